
# What is no command is a fleet or a server, and completed as for top, which is run when no command is named.
_rdptop_or_top() {
    if [[ ${COMP_CWORD} -gt 1 || ${2} = -* ]] && ! declare -F "_rdptop_${COMP_WORDS[1]}" >/dev/null; then
        COMP_WORDS=("${COMP_WORDS[0]}" top "${COMP_WORDS[@]:1}")
        COMP_CWORD=$((COMP_CWORD + 1))
    fi
    _rdptop "${@}"
}

complete -o default -o filenames -F _rdptop_or_top rdptop
