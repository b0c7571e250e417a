/// Something that a page must not have, so that people can use it who do not see it, or not as it was meant.
struct AccessibilityRule: Sendable, Encodable {
    /// What holds for the page.
    let name: String
    /// JavaScript that gives a list of whatever breaks the rule, empty when nothing does.
    let finds: String

    /// What the rules need: the beginning of an element's markup, what is behind it, and the contrast of its text.
    static let prelude = """
        var all = (selector, root) => [...(root || document).querySelectorAll(selector)];
        var brief = element => element.outerHTML.slice(0, 100);
        var channels = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
        var ground = element => {
          for (let e = element; e; e = e.parentElement) {
            let c = channels(getComputedStyle(e).backgroundColor);
            if (c.length == 3 || c[3] == 1) return c.slice(0, 3);
          }
          return [255, 255, 255];
        };
        var light = rgb => {
          let [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        var contrast = (a, b) => {
          let [x, y] = [light(a), light(b)];
          return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
        };
        var called = element => (element.getAttribute("aria-label") || element.textContent || "").trim();

        """

    /// Every rule, by the success criteria of WCAG 2.2.
    static let all = [
        // 3.1.1
        AccessibilityRule(name: "the page says its language", finds: "document.documentElement.lang ? [] : ['html']"),
        // 2.4.2
        AccessibilityRule(name: "the page has a title", finds: "document.title.trim() ? [] : ['title']"),
        AccessibilityRule(
            name: "there is one heading of the first level",
            finds: "all('h1').length == 1 && called(all('h1')[0]) ? [] : all('h1').map(brief).concat('h1')"),
        // 1.3.1
        AccessibilityRule(
            name: "no level of headings is left out",
            finds: """
                all('h1,h2,h3,h4,h5,h6').filter((h, i, list) => i > 0 && h.tagName[1] - list[i - 1].tagName[1] > 1)
                  .map(brief)
                """),
        AccessibilityRule(
            name: "no heading is empty", finds: "all('h1,h2,h3,h4,h5').filter(h => !called(h)).map(brief)"),
        AccessibilityRule(
            name: "every head of a table says of what it is one",
            finds: "all('th').filter(e => !['row', 'col'].includes(e.getAttribute('scope'))).map(brief)"),
        AccessibilityRule(
            name: "every table has a caption and a head for each row",
            finds: """
                all('table').filter(t => !t.caption || !called(t.caption)
                  || all('tbody tr', t).some(r => !r.querySelector('th[scope=row]'))).map(brief)
                """),
        AccessibilityRule(
            name: "the rows of a table have as many cells as its head",
            finds: """
                all('table').filter(t => all('tbody tr', t).some(r => r.children.length != t.tHead.rows[0].children.length))
                  .map(brief)
                """),
        // 1.1.1
        AccessibilityRule(
            name: "every picture has a title and is announced as a picture",
            finds:
                "all('svg').filter(s => s.getAttribute('role') != 'img' || !s.querySelector('title')?.textContent.trim()).map(brief)"
        ),
        AccessibilityRule(
            name: "what a name is borrowed from is there",
            finds: """
                all('[aria-labelledby]').filter(e => e.getAttribute('aria-labelledby').split(' ')
                  .some(id => !document.getElementById(id))).map(brief)
                """),
        // 4.1.2
        AccessibilityRule(
            name: "every link, button and summary has a name",
            finds: "all('a,button,summary,[role=button],[tabindex]').filter(e => !called(e)).map(brief)"),
        AccessibilityRule(
            name: "every link within the page leads somewhere",
            finds:
                "all('a[href^=\"#\"]').filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(brief)"
        ),
        AccessibilityRule(
            name: "no identity is there twice",
            finds: """
                all('[id]').map(e => e.id).filter((id, i, list) => list.indexOf(id) != i)
                """),
        // 1.1.1, 1.4.1
        AccessibilityRule(
            name: "every cell of the grid says in words what its letter means",
            finds: "all('.grid tbody .c').filter(c => !/^\\S .{2,}$/.test(c.textContent)).map(brief)"),
        AccessibilityRule(
            name: "no state is told by its colour alone",
            finds: "all('.badge').filter(b => !b.textContent.trim()).map(brief)"),
        // 1.4.3; large text from 24 px on, or bold from 18.66 px on, needs 3 to 1.
        AccessibilityRule(
            name: "every text has enough contrast",
            finds: """
                all('body *').filter(e => !e.closest('svg,.v,.skip')
                  && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) && e.getClientRects().length)
                  .filter(e => {
                    let style = getComputedStyle(e), size = parseFloat(style.fontSize);
                    let isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
                    return contrast(channels(style.color).slice(0, 3), ground(e)) < (isLarge ? 3 : 4.5);
                  }).map(brief)
                """),
        AccessibilityRule(
            name: "every text in a picture has enough contrast",
            finds: """
                all('svg text').filter(e => contrast(channels(getComputedStyle(e).fill).slice(0, 3), ground(e)) < 4.5)
                  .map(brief)
                """),
        // 1.4.11
        AccessibilityRule(
            name: "every mark in a picture has enough contrast",
            finds: """
                all('svg rect,svg circle').filter(e => contrast(channels(getComputedStyle(e).fill).slice(0, 3), ground(e)) < 3)
                  .map(brief)
                """),
        // 1.4.4
        AccessibilityRule(
            name: "no text is smaller than 11 pixels",
            finds: """
                all('body *').filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())
                  && e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) < 11).map(brief)
                """),
        // 2.5.8
        AccessibilityRule(
            name: "whatever is clicked is 24 pixels high, or stands in a line of text",
            finds: """
                all('summary').filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 24).map(brief)
                """),
    ]
}
