import FleetModel

/// How the page looks: on a phone, on a desk, at night, on paper.
///
/// It asks for nothing that is not in the page: the letters are those of the system, and there is no image.
enum StyleSheet {
    /// The element.
    static var element: Markup {
        """
        <style>
        :root{color-scheme:light dark;\(variables(.light))}
        @media screen and (prefers-color-scheme:dark){:root{\(variables(.dark))}}
        \(base)
        \(head)
        \(cards)
        \(grid)
        \(charts)
        \(details)
        \(letters)
        \(phone)
        \(paper)
        </style>

        """
    }

    private static func variables(_ palette: Palette) -> Markup {
        """
        --page:\(palette.page);--card:\(palette.card);--line:\(palette.line);--text:\(palette.text);\
        --quiet:\(palette.quiet);--link:\(palette.link);\
        --down:\(palette.down.ink);--down-wash:\(palette.down.wash);\
        --warn:\(palette.warning.ink);--warn-wash:\(palette.warning.wash);\
        --unknown:\(palette.unknown.ink);--unknown-wash:\(palette.unknown.wash);\
        --ok:\(palette.ok.ink);--ok-wash:\(palette.ok.wash)
        """
    }

    /// On a phone each cell has the letter of its layer above it, as the table's head is far away; the first is the third
    /// of its row.
    private static var letters: Markup {
        let rules = Layer.allCases.map { layer -> Markup in
            ".grid tbody .c:nth-child(\(layer.index + 3))::before{content:\"\(String(layer.letter))\"}"
        }
        return "@media screen and (max-width:52rem){\(rules)}"
    }

    private static let base: Markup = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
        body{margin:0;background:var(--page);color:var(--text);
        font:400 1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","DejaVu Sans",sans-serif;
        font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        .page{max-width:74rem;margin:0 auto;padding:3.5rem 2rem 4rem}
        h1,h2,h3,h4,p,ul,ol,dl,dd,figure,pre,table{margin:0}
        ul,ol{padding:0;list-style:none}
        p{text-wrap:pretty}
        h1,h2,h3,h4{line-height:1.2;font-weight:650;text-wrap:balance}
        h2{font-size:1.5rem;letter-spacing:-.015em}
        h3{font-size:1.0625rem}
        h4{font-size:.8125rem;color:var(--quiet);font-weight:600;margin-top:1.25rem}
        a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
        code,pre,.mono{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;
        font-size:.875em}
        pre{background:var(--page);border:1px solid var(--line);border-radius:.5rem;padding:.65rem .85rem;
        white-space:pre-wrap;user-select:all;-webkit-user-select:all;margin-top:.4rem;line-height:1.5}
        .v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .quiet{color:var(--quiet)}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
        main>section{margin-top:4rem}
        main>section>h2+p,main>section>h2+.lead{margin-top:.5rem;color:var(--quiet);max-width:46rem}
        .down{--ink:var(--down);--wash:var(--down-wash)}
        .warn{--ink:var(--warn);--wash:var(--warn-wash)}
        .unknown{--ink:var(--unknown);--wash:var(--unknown-wash)}
        .ok{--ink:var(--ok);--wash:var(--ok-wash)}
        .badge{display:inline-block;min-width:3.6em;text-align:center;padding:.1em .6em;border-radius:1em;
        background:var(--wash);color:var(--ink);font-size:.75rem;font-weight:700;line-height:1.6;white-space:nowrap}
        .sure{display:inline-block;border:1px solid currentColor;border-radius:1em;padding:0 .65em;
        color:var(--quiet);font-size:.75rem;font-weight:600;white-space:nowrap}
        """

    private static let head: Markup = """
        .demo{display:inline-block;background:var(--warn-wash);color:var(--warn);font-weight:650;border-radius:.5rem;
        padding:.35rem .8rem;margin-bottom:1.5rem;font-size:.875rem}
        .kind{color:var(--quiet);font-weight:600;font-size:.9375rem}
        h1{font-size:clamp(2rem,6vw,3.25rem);letter-spacing:-.03em;line-height:1.08;margin-top:.15em;font-weight:700}
        .when{color:var(--quiet);margin-top:.6rem}
        .counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1rem;margin-top:2.25rem}
        .counts>div{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.1rem 1.25rem 1rem;
        display:flex;flex-direction:column-reverse;justify-content:flex-end}
        .counts dt{text-wrap:balance;font-size:.9375rem;color:var(--quiet);line-height:1.35}
        .counts dd{font-size:2.75rem;font-weight:700;line-height:1.05;letter-spacing:-.03em;color:var(--ink)}
        .counts .none dd{color:var(--quiet);font-weight:400}
        .share{display:block;width:100%;height:.6rem;margin-top:1.25rem;border-radius:.3rem;overflow:hidden}
        .share rect{fill:var(--ink)}
        .about{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:1rem 2rem;margin-top:2rem;
        border-top:1px solid var(--line);padding-top:1.5rem}
        .about dt,.facts dt{font-size:.8125rem;color:var(--quiet)}
        .about dd{font-size:.9375rem}
        .about .wide{grid-column:1/-1}
        """

    private static let cards: Markup = """
        .cards{display:grid;gap:1rem;margin-top:1.25rem}
        .card{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.25rem 1.5rem}
        .card h3{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem}
        .card h3 a{color:inherit;text-decoration-color:var(--line)}
        .card p{margin-top:.5rem;max-width:52rem}
        .card .what{font-size:1.125rem;font-weight:600}
        .first{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);gap:.5rem 2.5rem}
        .step p:first-child{margin-top:0}
        .step b{color:var(--quiet);font-weight:600;font-size:.8125rem}
        """

    private static let grid: Markup = """
        table{border-collapse:collapse;width:100%;font-size:.875rem}
        caption{text-align:left;color:var(--quiet);padding-bottom:.75rem;font-size:.9375rem}
        th{text-align:left;font-weight:600}
        thead th{color:var(--quiet);font-size:.8125rem;white-space:nowrap}
        th,td{padding:.5rem .75rem;vertical-align:top;border-bottom:1px solid var(--line)}
        .grid{margin-top:1.25rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem;
        border-collapse:separate;border-spacing:0}
        .grid caption{padding-left:.1rem}
        .grid thead th{position:sticky;top:0;background:var(--card);z-index:1;padding-top:.8rem;padding-bottom:.6rem}
        .grid thead th:first-child{border-top-left-radius:.9rem}
        .grid thead th:last-child{border-top-right-radius:.9rem}
        .grid tr:last-child>*{border-bottom:0}
        .grid thead tr:last-child>*{border-bottom:1px solid var(--line)}
        .grid tbody th{font-weight:600;min-width:11rem}
        .grid tbody th a{color:inherit;text-decoration-color:var(--line)}
        .grid .c{width:1.75rem;min-width:1.75rem;padding-left:0;padding-right:0;text-align:center;
        font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;position:relative}
        .grid tbody .c{color:var(--quiet)}
        .grid tbody .k{color:var(--ok);font-weight:900}
        .grid tbody .f{color:var(--down);font-weight:700}
        .grid tbody .w{color:var(--warn);font-weight:700}
        .grid tbody .f,.grid tbody .w{background:linear-gradient(var(--cw),var(--cw)) center/1.45rem 1.45rem no-repeat}
        .grid .f{--cw:var(--down-wash)}
        .grid .w{--cw:var(--warn-wash)}
        .n{text-align:right;white-space:nowrap}
        .grid .d{color:var(--quiet)}
        .legend{margin-top:.75rem;font-size:.875rem}
        .legend summary{padding:.25rem 0;cursor:pointer;width:fit-content}
        .legend ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.15rem 1.5rem;padding:.6rem 0}
        .legend b{display:inline-block;min-width:1.4em}
        """

    private static let charts: Markup = """
        .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.3fr);gap:2.5rem;margin-top:1.25rem;align-items:start}
        .chart{display:block;width:100%;overflow:visible}
        .chart text{fill:var(--quiet);font-size:13px}
        .chart .num{fill:var(--text);font-weight:600}
        .chart .bar{fill:var(--ink)}
        .chart .rule{stroke:var(--line)}
        .chart .dot{fill:var(--ink);stroke:var(--card);stroke-width:1.5}
        .chart .many{fill:var(--text);font-weight:600;font-size:12px}
        .plot{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.25rem 1.5rem;margin-top:1.25rem}
        .weeks th{font-weight:400;white-space:nowrap}
        .weeks td:nth-child(2){white-space:nowrap}
        .weeks td,.weeks th{padding:.4rem .6rem}
        .weeks td:first-child,.weeks th:first-child{padding-left:0}
        .events{margin-top:1.5rem;font-size:.9375rem}
        .events li{display:grid;grid-template-columns:7.5rem 4.5rem minmax(0,1fr);gap:.25rem .75rem;padding:.5rem 0;
        border-bottom:1px solid var(--line);align-items:start}
        .events time{color:var(--quiet);font-size:.875rem;white-space:nowrap}
        """

    private static let details: Markup = """
        .folds{gap:.5rem}
        .fold{background:var(--card);border:1px solid var(--line);border-radius:.9rem}
        .fold>summary{padding:.8rem 1.25rem;cursor:pointer;display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .8rem}
        .fold>summary h3{font-size:.9375rem}
        .fold>summary span:last-child{color:var(--quiet);font-size:.9375rem}
        .fold[open]>summary{border-bottom:1px solid var(--line)}
        .fold>summary::marker{color:var(--quiet)}
        .fold>summary::before{content:"";border:.3rem solid transparent;border-left-color:var(--quiet);margin-right:-.4rem}
        .fold[open]>summary::before{transform:rotate(90deg) translate(.12rem,.12rem)}
        .body{padding:.4rem 1.5rem 1.5rem;font-size:.9375rem}
        .body>p,.finding p{max-width:52rem;margin-top:.5rem}
        .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.6rem 1.75rem;margin-top:.75rem}
        .facts .wide{grid-column:1/-1}
        .finding{margin-top:1.25rem;padding-left:1.1rem;border-left:.2rem solid var(--ink)}
        .finding>h4{font-size:1.0625rem;color:var(--text);margin-top:0;display:flex;flex-wrap:wrap;gap:.35rem .75rem;align-items:center}
        .finding h5,.body h5{margin:1rem 0 0;font-size:.8125rem;color:var(--quiet);font-weight:600}
        .finding ul,.body ul.plain{margin-top:.25rem}
        .finding ul li{padding-left:1.1rem;text-indent:-1.1rem}
        .finding ul li::before{content:"\\2013";display:inline-block;width:1.1rem;text-indent:0;color:var(--quiet)}
        .seen{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;
        font-size:.8125rem;line-height:1.65}
        .todo{margin-top:.25rem}
        .todo>li{margin-top:.75rem;display:grid;grid-template-columns:1.75rem minmax(0,1fr)}
        .todo .no{color:var(--quiet);font-weight:600}
        .todo .rank{font-weight:650}
        .todo div.quiet{margin-top:.5rem}
        .layers{margin-top:.5rem}
        .layers td,.layers th{padding:.4rem .75rem .4rem 0}
        .layers tr:last-child>*{border-bottom:0}
        .names{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.1rem 1.5rem;margin-top:.75rem}
        footer{margin-top:4rem;border-top:1px solid var(--line);padding-top:1.5rem;color:var(--quiet);font-size:.875rem}
        """

    private static let phone: Markup = """
        @media screen and (max-width:52rem){
        .pair,.first{grid-template-columns:minmax(0,1fr)}
        .pair{gap:1.5rem}
        .grid,.grid tbody{display:block}
        .grid caption{display:block}
        .grid{background:none;border:0}
        .grid thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .grid tbody tr{display:grid;grid-template-columns:repeat(9,minmax(0,1fr));gap:.35rem 0;background:var(--card);
        border:1px solid var(--line);border-radius:.9rem;padding:.9rem 1rem;margin-top:.6rem}
        .grid tbody th,.grid tbody td{border:0;padding:0;min-width:0;width:auto}
        .grid tbody .s{grid-column:8/-1;grid-row:1;text-align:right}
        .grid tbody th{grid-column:1/8;grid-row:1}
        .grid tbody .d{grid-column:1/-1;grid-row:2;font-size:.9375rem}
        .grid tbody .c{grid-row:3;padding-top:.4rem;background-position:center bottom}
        .grid tbody .c::before{display:block;font-size:.6875rem;color:var(--quiet);font-weight:400}
        .grid tbody .n{grid-row:4;text-align:left;color:var(--quiet);padding-top:.4rem;grid-column:1/6;white-space:normal}
        .grid tbody .n+.n{grid-column:6/-1;text-align:right}
        .grid tbody .n:nth-child(12)::before{content:"certificate "}
        .grid tbody .n:nth-child(13)::before{content:"since "}
        .grid tbody tr:has(.d:empty) .d{display:none}
        .layers,.layers tbody{display:block}
        .layers thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .layers tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
        .layers tbody th,.layers tbody td{border:0;padding:0}
        .layers td:last-child{grid-column:1/-1}
        }
        @media screen and (max-width:34rem){
        .page{padding:2rem 1rem 3rem}
        main>section{margin-top:3rem}
        .counts{grid-template-columns:repeat(2,minmax(0,1fr));gap:.6rem}
        .counts>div{padding:.85rem 1rem .8rem}
        .counts>div:last-child:nth-child(odd){grid-column:1/-1}
        .about{grid-template-columns:repeat(2,minmax(0,1fr));gap:.9rem 1rem}
        .counts dd{font-size:2.25rem}
        .card,.plot{padding:1rem 1.1rem}
        .body{padding:.25rem 1.1rem 1.25rem}
        .fold>summary{padding:.8rem 1.1rem}
        .events li{grid-template-columns:auto minmax(0,1fr)}
        .events li>:last-child{grid-column:1/-1}
        .chart .mid{display:none}
        }
        """

    private static let paper: Markup = """
        @media print{
        @page{margin:16mm 14mm}
        body{font-size:9.5pt;background:none}
        .page{max-width:none;padding:0}
        .skip{display:none}
        h2,h2+p,h3,h4,h5,summary,caption{break-after:avoid}
        main>section{margin-top:2rem}
        .card,.plot,tr,.finding li,.events li{break-inside:avoid}
        .cards{display:block}
        .cards>*+*{margin-top:.6rem}
        .counts{grid-template-columns:repeat(auto-fit,minmax(6rem,1fr))}
        .card,.plot,.counts>div{padding:.8rem 1rem}
        .grid thead th{position:static}
        table{font-size:8pt}
        .grid td,.grid th{padding:.25rem .4rem}
        .grid tbody th{min-width:11rem}
        .grid .c{width:1.2rem;min-width:1.2rem}
        .grid tbody .f,.grid tbody .w{background-size:1.1rem 1.1rem}
        .fold{border:0;border-top:1px solid var(--line);border-radius:0}
        .fold>summary,.body{padding-left:0;padding-right:0}
        details::details-content{content-visibility:visible;display:block;block-size:auto}
        details>summary{list-style:none}
        .fold>summary::before{display:none}
        .badge,.f,.w,.share,.chart,.first,.finding{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        """
}
