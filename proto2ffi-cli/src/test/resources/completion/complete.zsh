# Prints what zsh offers for a command line: complete.zsh SCRIPT LINE. An interactive zsh on a terminal of its own gets the
# line and a tab; what its completion adds goes to a file.
zmodload zsh/zpty || exit 1
offered=$(mktemp)
setup=$(mktemp)
cat >$setup <<'END'
PROMPT= RPROMPT=
autoload -Uz compinit && compinit -u -D
source $script
zstyle ':completion:*' format ''
compadd() {
    local argument
    for argument; do
        case $argument in
            - | --) break ;;
            -*[OAD]*) builtin compadd "$@"; return ;;
        esac
    done
    local -a found
    builtin compadd -O found "$@"
    (( ! $#found )) || print -rl -- $found >>$offered
    builtin compadd "$@"
}
offer() {
    zle list-choices
    print -r -- ENDED >>$offered
}
zle -N offer
bindkey '^I' offer
print -r -- READY >>$offered
END
export offered setup script=$1
zpty shell zsh -f -i
zpty -w shell "source $setup"
integer tries=0
until grep -qx READY $offered; do (( tries++ < 200 )) && sleep 0.05 || exit 1; done
zpty -w -n shell "$2"$'\t'
until grep -qx ENDED $offered; do (( tries++ < 200 )) && sleep 0.05 || exit 1; done
zpty -d shell
grep -vxE 'READY|ENDED' $offered
rm -f $offered $setup
exit 0
