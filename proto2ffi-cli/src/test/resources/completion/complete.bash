# Prints what bash offers for a command line: complete.bash SCRIPT LINE. Splits words at = as readline does.
source "$1" || exit 1
read -r -a words <<<"${2//=/ = }"
COMP_WORDS=("${words[@]}")
[[ $2 != *[\ =] ]] || { [[ $2 == *= ]] || COMP_WORDS+=(''); }
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE=$2
COMP_POINT=${#2}
_proto2ffi
printf '%s\n' "${COMPREPLY[@]}"
