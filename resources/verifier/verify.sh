#!/bin/sh
# Checks an unpacked Bevismappe package with nothing but sh, sha256sum, awk and sed.
#
# Usage: sh verify.sh [FOLDER] [--expect CODE] [--lang da|en]
#
# Nothing is written and nothing from the package is run. What this cannot check it says.
# verify.py checks more, and also a package that is still a zip.
# Exit codes: 0 holds together, 1 altered, incomplete or not confirmed, 2 usage, 3 unreadable.

# Only the system's own commands may answer. bash takes functions from the environment, and finds them before its own
# commands, unless it is told to keep to POSIX: then "unset" is what it is called.
POSIXLY_CORRECT=1
\unset -f unset unalias [ test printf echo pwd cd read command ulimit export shift exit return set : \
    sha256sum awk sed sh 2>/dev/null
\unalias -a 2>/dev/null
IFS=' 	
'
unset CDPATH GLOBIGNORE
LC_ALL=C
export LC_ALL
# A huge line would be read whole by awk: let it fail instead of filling the machine.
# shellcheck disable=SC3045 # where ulimit has no -v there is simply no limit
ulimit -v 4000000 2>/dev/null || :

STANDARD=/usr/bin:/bin:/usr/sbin:/sbin
LEDGER=data/ledger/evidence.txt
DOSSIER=data/dossier.pdf
BAGIT_SHA256=1712ecfb074bf29c4188ad3421032509159a09739fd604f8fe57038b4ddefcc9
MAX_FILES=20000
MORE_EXTENSIONS=' ors p7s cer crl tsr '
EXTENSIONS=' json pdf msg zip m4a mp3 ogg wav gif heic jpg png tif webp eml mhtml csv txt mp4 mov webm bin '
TAB='	'
LF='
'

usage() {
    echo 'sh verify.sh [FOLDER] [--expect CODE] [--lang da|en]' >&2
    exit 2
}

wrong_code() { # dansk English
    [ "$lang" = da ] || shift
    echo "--expect: $1" >&2
    exit 2
}

lang=da
expect=
expecting=
folder=
while [ $# -gt 0 ]; do
    case $1 in
        --expect) [ $# -ge 2 ] || usage; expect=$2; expecting=1; shift 2 ;;
        --expect=*) expect=${1#--expect=}; expecting=1; shift ;;
        --lang) [ $# -ge 2 ] || usage; lang=$2; shift 2 ;;
        --lang=*) lang=${1#--lang=}; shift ;;
        -*) usage ;;
        *) [ -z "$folder" ] || usage; folder=$1; shift ;;
    esac
done
case $lang in da | en) ;; *) usage ;; esac
if [ -z "$folder" ]; then
    folder=.
    case $0 in */*) folder=${0%/*} ;; esac
fi
case $folder in /*) ;; *) folder=./$folder ;; esac

# The system's folders come first; of the reader's own only those that are named in full and lie outside the package,
# since a package may hold a file that is called sha256sum.
inside=$(cd "$folder" 2>/dev/null && pwd -P) || inside=
rest=$PATH:
PATH=$STANDARD
while [ -n "$rest" ]; do
    each=${rest%%:*}
    rest=${rest#*:}
    case $each in /*) ;; *) continue ;; esac
    each=$(cd "$each" 2>/dev/null && pwd -P) || continue
    case $each/ in *:* | "${inside:-:}"/*) continue ;; esac
    PATH=$PATH:$each
done
export PATH

if [ -n "$expecting" ]; then
    expect=$(printf '%s' "$expect" | awk '
        function drop(sign, instead,  at) {
            while ((at = index(code, sign)) > 0)
                code = substr(code, 1, at - 1) instead substr(code, at + length(sign))
        }
        function utf8(v) {
            if (v < 2048) return sprintf("%c%c", 192 + int(v / 64), 128 + v % 64)
            return sprintf("%c%c%c", 224 + int(v / 4096), 128 + int(v / 64) % 64, 128 + v % 64)
        }
        function digits(text) { gsub(/O/, "0", text); gsub(/[IL]/, "1", text); return text }
        # The code and its place in base 32, mod 479, in two letters.
        function letters(signs,  i, rest) {
            rest = 0
            for (i = 1; i <= length(signs); i++) rest = (rest * 32 + index(alphabet, substr(signs, i, 1)) - 1) % 479
            return substr(alphabet, 11 + int(rest / 22), 1) substr(alphabet, 11 + rest % 22, 1)
        }
        { code = code $0; bytes += length($0) + 1 }
        END {
            alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
            if (!NR || bytes > 401) exit 1
            code = toupper(code)
            gsub(/[\011-\015\034-\040(),.:-]/, "", code)
            n = split("133 160 173 5760 6158 8192 8193 8194 8195 8196 8197 8198 8199 8200 8201 8202 8203 8204 8205" \
                " 8208 8209 8210 8211 8212 8213 8232 8233 8239 8287 8288 8722 12288 65279", ignored, / /)
            for (i = 1; i <= n; i++) drop(utf8(ignored[i]), "")
            drop(utf8(183), "/")
            rest = substr(code, 33)
            code = digits(substr(code, 1, 32))
            if (length(code) != 32 || code ~ /[^0-9A-HJKMNP-TV-Z]/) exit 1
            if (rest == "") { print code; exit 0 }
            opened = sub(/^\/+/, "", rest)
            if (!sub(/^(POST|PUNKT|ENTRY)/, "", rest) && !opened) exit 1
            if (!match(rest, /^[0-9OIL]+/) || RLENGTH > 9) exit 1
            place = digits(substr(rest, 1, RLENGTH))
            rest = substr(rest, RLENGTH + 1)
            if (rest != "") {
                if (rest !~ /^\/*[A-Z][A-Z]$/) exit 1
                if (substr(rest, length(rest) - 1) != letters(code place)) exit 4
            }
            print code "/" (place + 0)
        }
    ')
    case $? in
        0) ;;
        4) wrong_code 'koden er læst forkert: de to bogstaver bagest passer ikke' \
            'misread: the two letters at its end do not fit' ;;
        *) wrong_code 'er ikke en kontrolkode (32 tegn, og måske /41 KX)' \
            'not a receipt code (32 signs, then perhaps /41 KX)' ;;
    esac
fi

# -- what was found: one line each, fields parted by TAB -------------------------------------------

report=
add() { # check kind verdict seq exhibit path expected found; a finding that names no file is about the whole package
    report="$report""F$TAB$1$TAB$2$TAB$3$TAB$4$TAB$5$TAB${6:-$name}$TAB$7$TAB$8$LF"
}
done_with() { # check count
    report="$report""C$TAB$1$TAB$2$LF"
}
harmless() { # a name from outside, fit for a terminal and for one field
    printf '%s' "$1" | awk '
        { gsub(/[^ -~]/, "?"); out = out (NR > 1 ? "?" : "") $0 }
        END { print substr(out, 1, 100) (length(out) > 100 ? "..." : "") }'
}

name=${folder##*/}
[ -n "$name" ] && [ "$name" != . ] || name=$PWD
name=$(harmless "${name##*/}")

# -- structure: which names lie there --------------------------------------------------------------

number_of() { # the number in the name of an exhibit, or nothing
    case $1 in
        data/exhibits/bilag-*.* | data/originals/bilag-*.* | data/media/bilag-*.*) ;;
        *) return ;;
    esac
    digits=${1#data/*/bilag-}
    digits=${digits%%.*}
    case $digits in '' | *[!0-9]*) return ;; esac
    case $digits in
        00[1-9]) printf '%s' "${digits#00}" ;;
        0[1-9]?) printf '%s' "${digits#0}" ;;
        [1-9]?? | [1-9]??? | [1-9]???? | [1-9]?????) printf '%s' "$digits" ;;
    esac
}
known() { # whether a package of this format may hold a file of this name at all
    case $1 in
        LAES-MIG.txt | README.txt | bag-info.txt | bagit.txt | verify.py | verify.sh) return 0 ;;
        manifest-sha256.txt | tagmanifest-sha256.txt | "$LEDGER" | "$DOSSIER") return 0 ;;
        data/exhibits/bilag-*.* | data/originals/bilag-*.*) ;;
        *) [ "$form" = 2 ] && more "$1"; return ;;
    esac
    of_exhibit "$1"
}
of_exhibit() {
    [ -n "$(number_of "$1")" ] || return 1
    rest=${1#data/*/bilag-}
    case ${rest#*.} in *[!a-z0-9]*) return 1 ;; esac
    case $EXTENSIONS in *" ${rest#*.} "*) ;; *) return 1 ;; esac
}
more() { # whether only packages of format 2 hold such a file
    case $1 in
        data/index.html) return 0 ;;
        data/media/bilag-*.*) of_exhibit "$1"; return ;;
        data/tables/*) rest=${1#data/tables/} ;;
        data/tokens/*) rest=${1#data/tokens/} ;;
        data/witness/*) rest=${1#data/witness/} ;;
        data/ledger/foreign-[1-9].txt | data/ledger/foreign-[1-9][0-9].txt) return 0 ;;
        *) return 1 ;;
    esac
    case $rest in *.*.* | *[!a-z0-9.-]*) return 1 ;; *.*) ;; *) return 1 ;; esac
    start=${rest%.*}
    case $1 in
        data/tables/*)
            case $start in '' | -*) return 1 ;; esac
            [ ${#start} -le 40 ] || return 1
            case ${rest#*.} in csv | json | jsonld) return 0 ;; esac
            return 1
            ;;
    esac
    case $start in [1-9]*) ;; *) return 1 ;; esac
    case $start in *[!0-9]*) return 1 ;; esac
    [ ${#start} -le 9 ] || return 1
    case $EXTENSIONS$MORE_EXTENSIONS in *" ${rest#*.} "*) return 0 ;; esac
    return 1
}

form=1
form_of() { # the number of the format that bag-info.txt states, before any name is looked at
    if [ -L bag-info.txt ] || ! [ -f bag-info.txt ]; then return; fi
    stated=$({ awk '{ print substr($0, 1, 64); exit }' <bag-info.txt; } 2>/dev/null | awk '
        /^Bevismappe-Package: [0-9]+$/ && length($2) < 10 { print $2 + 0 }')
    form=${stated:-1}
    [ "$form" != 0 ] || form=1
}

files=
seen=0
walk() { # folder, with a slash at the end, or nothing for the root
    for path in "$1"* "$1".[!.]* "$1"..?*; do
        [ -e "$path" ] || [ -L "$path" ] || continue
        seen=$((seen + 1))
        [ "$seen" -le "$MAX_FILES" ] || return
        if [ -L "$path" ]; then
            number=
            if known "$path"; then number=$(number_of "$path"); fi
            add structure not_a_file ALTERED '' "$number" "$(harmless "$path")"
        elif [ -d "$path" ]; then
            case $path in
                data | data/exhibits | data/ledger | data/originals) walk "$path/" ;;
                data/media | data/tables | data/tokens | data/witness)
                    if [ "$form" = 1 ]; then
                        add structure unknown_file ALTERED '' '' "$path"
                    else
                        walk "$path/"
                    fi
                    ;;
                __MACOSX) add system_files system_file CONSISTENT '' '' "$path" ;;
                *)
                    kind=unknown_file
                    if known "$path"; then kind=not_a_file; fi
                    number=
                    if [ "$kind" = not_a_file ]; then number=$(number_of "$path"); fi
                    add structure "$kind" ALTERED '' "$number" "$(harmless "$path")"
                    ;;
            esac
        elif ! known "$path"; then
            case $path in
                .DS_Store | Thumbs.db | desktop.ini) add system_files system_file CONSISTENT '' '' "$path" ;;
                *) add structure unknown_file ALTERED '' '' "$(harmless "$path")" ;;
            esac
        elif [ ! -f "$path" ]; then
            add structure not_a_file ALTERED '' "$(number_of "$path")" "$path"
        else
            files="$files$path$LF"
        fi
    done
}

first_of() { # the beginning of a file, if it is there
    case $LF$files in *"$LF$1$LF"*) ;; *) return ;; esac
    { awk '{ print substr($0, 1, 64); exit }' <"$1"; } 2>/dev/null
}
is_ours() { # whether it is one of our packages, whole or not
    case $LF$files in *"$LF$LEDGER$LF"* | *"$LF$DOSSIER$LF"*) return 0 ;; esac
    case $(first_of bag-info.txt) in Bevismappe-Package:*) return 0 ;; esac
    return 1
}

digests=
read_files() {
    count=0
    while IFS= read -r path; do
        [ -n "$path" ] || continue
        digest=$(sha256sum <"$path" 2>/dev/null)
        digest=${digest%% *}
        if [ ${#digest} -ne 64 ]; then
            add files unreadable_file UNREADABLE '' "$(number_of "$path")" "$path"
            continue
        fi
        count=$((count + 1))
        digests="$digests""D $digest $path$LF"
    done <<END
$files
END
    done_with structure "$count"
}
has() { # whether a file was read
    case $LF$digests in *" $1$LF"*) return 0 ;; esac
    return 1
}
whole_lines() { # whether awk gives a file back as it is: no NUL, and LF at the end
    again=$({ awk '{ print }' <"$1"; } 2>/dev/null | sha256sum)
    case $digests in *"D ${again%% *} $1$LF"*) return 0 ;; esac
    return 1
}

# Whether only packages of format 2 hold such a file, for awk; "extensions" are those of exhibits.
# shellcheck disable=SC2016 # the dollars are those of awk
MORE='
    function more_name(name,  rest) {
        if (name == "data/index.html" || name ~ /^data\/ledger\/foreign-[1-9][0-9]?\.txt$/) return 1
        if (name ~ /^data\/tables\/[a-z0-9][a-z0-9-]*\.(csv|json|jsonld)$/) {
            rest = substr(name, 13); sub(/\..*/, "", rest)
            return length(rest) <= 40
        }
        if (name ~ /^data\/(tokens|witness)\/[1-9][0-9]*\.[a-z0-9]+$/) {
            rest = name; sub(/^data\/[a-z]+\//, "", rest)
            return index(rest, ".") <= 10 &&
                index(extensions "ors p7s cer crl tsr ", " " substr(rest, index(rest, ".") + 1) " ")
        }
        return name ~ /^data\/media\// && bilag_name(name)
    }
    function bilag_name(name,  rest) {
        if (name !~ /^data\/(exhibits|originals|media)\/bilag-[0-9]+\.[a-z0-9]+$/) return 0
        rest = name; sub(/^data\/[a-z]+\/bilag-/, "", rest)
        return rest !~ /^000\./ && index(extensions, " " substr(rest, index(rest, ".") + 1) " ") &&
            (rest ~ /^[0-9][0-9][0-9]\./ || rest ~ /^[1-9][0-9][0-9][0-9][0-9]?[0-9]?\./)
    }
'

# -- the lists of files ----------------------------------------------------------------------------

check_list() { # manifest wanted-prefix
    ragged=
    if ! whole_lines "$1"; then
        add bag manifest_form ALTERED '' '' "$1" '' end
        # What follows the last LF is no line.
        again=$({ awk '{ printf "%s%s", end, $0; end = "\n" }' <"$1"; } 2>/dev/null | sha256sum)
        case $digests in *"D ${again%% *} $1$LF"*) ragged=1 ;; esac
    fi
    answer=$(printf '%s' "$digests" | awk -v list="$1" -v payload="$2" -v ragged="$ragged" -v extensions="$EXTENSIONS" -v form="$form" "$MORE"'
        function number(path,  n) {
            if (path !~ /^data\/(exhibits|originals|media)\/bilag-/) return ""
            n = path; sub(/^data\/[a-z]+\/bilag-/, "", n); return n + 0
        }
        function add(check, kind, verdict, path, expected, found) {
            printf "F\t%s\t%s\t%s\t\t%s\t%s\t%s\t%s\n", check, kind, verdict, number(path),
                path, expected, found
        }
        {
            hash = substr($0, 3, 64); name = substr($0, 68)
            digest[name] = hash
            if (payload ? name ~ /^data\// : name !~ /^data\// && name != list) wanted[name] = 1
        }
        function known(name) {
            return one_of_ten(name) || name !~ /^data\/media\// && bilag_name(name) || form == 2 && more_name(name)
        }
        function one_of_ten(name) {
            return index(" LAES-MIG.txt README.txt bag-info.txt bagit.txt manifest-sha256.txt " \
                "verify.py verify.sh tagmanifest-sha256.txt data/dossier.pdf data/ledger/evidence.txt ", " " name " ")
        }
        END {
            last = ""
            while ((getline line < list) > 0) { all[++n_all] = line; bytes += length(line) + 1 }
            if (ragged) n_all--
            if (bytes - (ragged ? 1 : 0) > 4194304) {
                n_all = 0
                add("bag", "manifest_form", "ALTERED", list, "", "size")
            }
            while (at < n_all) {
                line = all[++at]
                name = substr(line, 67)
                hash = substr(line, 1, 64)
                if (length(line) > 400 || hash ~ /[^0-9a-f]/ || length(hash) != 64 ||
                    substr(line, 65, 2) != "  " || name ~ / / || !known(name)) {
                    shown = substr(line, 1, 90); gsub(/[^ -~]/, "?", shown)
                    add("bag", "manifest_form", "ALTERED", list, "", at ": " shown)
                    continue
                }
                if ("x" name <= "x" last && last != "")
                    add("bag", "manifest_form", "ALTERED", list, "", "order")
                last = name
                lines++
                listed[name] = 1
                if (!(name in wanted) && name in digest)
                    add("bag", "manifest_form", "ALTERED", list, "", at ": " name)
                else if (!(name in digest)) {
                    # The others were missed already.
                    if (!one_of_ten(name)) add("structure", "file_missing", "INCOMPLETE", name)
                }
                else if (digest[name] != hash)
                    add("files", "file_hash", "ALTERED", name, hash, digest[name])
            }
            for (name in wanted) if (!(name in listed))
                add("bag", "file_not_listed", "ALTERED", name, "", list)
            printf "C\tfiles\t%d\n", lines
        }') || add files unreadable_file UNREADABLE '' '' "$1"
    report="$report$answer$LF"
}

# -- the ledger ------------------------------------------------------------------------------------

# Every hash that the ledger claims is made again from the text beside it, in the order of the ledger:
# each open part, then the entry's list of parts where it is shown, then the entry. One line of output each.
# shellcheck disable=SC2016 # the dollars are those of awk
HASHES='
    function hash(text) { print text | "sha256sum"; close("sha256sum") }
    function finish() {
        if (!inside) return
        if (list != "") hash("bevismappe/parts/1\n" list)
        hash("bevismappe/entry/1\n" chain "\n" w[2] "\n" w[4] "\n" w[3] "\n" w[5] "\n")
        inside = 0
    }
    BEGIN { ORS = "" }
    NR == 2 { split($0, head, / /); chain = head[2]; next }
    open { hash("bevismappe/part/1\n" p[2] "\n" p[5] "\n" substr($0, 6)); open = 0; next }
    /^entry / { finish(); split($0, w, / /); list = ""; inside = 1; next }
    /^part / {
        split($0, p, / /)
        list = list p[2] " " p[3] "\n"
        open = p[4] == "open"
        next
    }
    # Whatever else stands there ends the entry before it, and the reading.
    NR > 1 { finish(); exit }
'

# Reads "D sha256 path" for each file and "H sha256" for each hash from above, then the ledger itself.
# shellcheck disable=SC2016 # the dollars are those of awk
STORY='
    function add(check, kind, verdict, seq, exhibit, path, expected, found) {
        gsub(/[^ -~]/, "?", found); gsub(/[^ -~]/, "?", path)
        # A finding names its file: the log, with the part after a colon, where no other is given.
        if (check ~ /^(ledger|commitments|chain|times|erasures)$/) { if (path != ledger) path = ledger (path == "" ? "" : ":" path) }
        else if (path == "" && check ~ /^(dossier|exhibits|originals|extras|sizes)$/) path = ledger
        else if (path == "" && check != "expected_receipt") path = ENVIRON["NAME"]
        if (verdict != "CONSISTENT") n_bad++
        n_findings++
        f_head[n_findings] = "F\t" check "\t" kind "\t" verdict "\t" seq
        f_seq[n_findings] = seq
        f_exhibit[n_findings] = exhibit
        f_foreign[n_findings] = foreign
        f_tail[n_findings] = path "\t" expected "\t" substr(found, 1, 100)
    }
    function broken(why) { if (!bad) bad = why; return 0 }
    function hex(text, digits) { return length(text) == digits && text !~ /[^0-9a-f]/ }
    function decimal(text) { return text ~ /^(0|[1-9][0-9]*)$/ && length(text) <= 9 }
    function line_in() {
        # One line ahead, since awk does not tell whether the last line had its end.
        if (!at++) more = (getline ahead < ledger) > 0
        if (!more) return broken("cut")
        line = ahead
        more = (getline ahead < ledger) > 0
        if (!more && ragged) return broken(length(line) > 4194303 ? "line too long" : "cut")
        bytes += length(line) + 1
        if (bytes > 268435456) return broken("cut")
        if (length(line) > 4194303) return broken("line too long")
        return 1
    }
    function words_in() {
        if (!line_in()) return 0
        if (length(line) > 400) return broken("line too long")
        count = split(line, w, / /)
        return 1
    }

    # JSON under the rules for bodies: T has the type and J the value by path.
    function ch() {
        if (pos < base || pos >= base + 400) { base = pos; chunk = substr(text, pos, 400) }
        return substr(chunk, pos - base + 1, 1)
    }
    function blank(  c) { while ((c = ch()) == " " || c == "\t" || c == "\r") pos++ }
    function no(why) { if (reason == "") reason = why; return 0 }
    function follow(low, high,  o) {
        pos++
        o = ord[ch()]
        return o >= low && o <= high
    }
    function multibyte(o) {
        if (o >= 194 && o <= 223) return follow(128, 191)
        if (o == 224) return follow(160, 191) && follow(128, 191)
        if (o == 237) return follow(128, 159) && follow(128, 191)
        if (o >= 225 && o <= 239) return follow(128, 191) && follow(128, 191)
        if (o == 240) return follow(144, 191) && follow(128, 191) && follow(128, 191)
        if (o >= 241 && o <= 243) return follow(128, 191) && follow(128, 191) && follow(128, 191)
        if (o == 244) return follow(128, 143) && follow(128, 191) && follow(128, 191)
        return 0
    }
    function four(  i, value, digit) {
        value = 0
        for (i = 0; i < 4; i++) {
            pos++
            digit = index("0123456789abcdef", tolower(ch())) - 1
            if (digit < 0 || ch() == "") return -1
            value = value * 16 + digit
        }
        return value
    }
    function utf8(v) {
        if (v < 32) return sprintf("\\u%04x", v)
        if (v == 92) return "\\\\"
        if (v < 128) return byte[v]
        if (v < 2048) return byte[192 + int(v / 64)] byte[128 + v % 64]
        if (v < 65536)
            return byte[224 + int(v / 4096)] byte[128 + int(v / 64) % 64] byte[128 + v % 64]
        return byte[240 + int(v / 262144)] byte[128 + int(v / 4096) % 64] \
            byte[128 + int(v / 64) % 64] byte[128 + v % 64]
    }
    function escape(  c, high, low) {
        pos++
        c = ch()
        if (c == "u") {
            high = four()
            if (high < 0 || high >= 56320 && high <= 57343) return no("json")
            if (high >= 55296 && high <= 56319) {
                pos++
                if (ch() != "\\") return no("json")
                pos++
                if (ch() != "u") return no("json")
                low = four()
                if (low < 56320 || low > 57343) return no("json")
                high = 65536 + (high - 55296) * 1024 + low - 56320
            }
            unescaped = utf8(high)
        } else if (c == "\"" || c == "/") unescaped = c
        else if (c == "\\") unescaped = "\\\\"
        else if (c == "b") unescaped = utf8(8)
        else if (c == "f") unescaped = utf8(12)
        else if (c == "n") unescaped = utf8(10)
        else if (c == "r") unescaped = utf8(13)
        else if (c == "t") unescaped = utf8(9)
        else return no("json")
        pos++
        return 1
    }
    # Decoded; control characters and the backslash stay escaped, so that no key can forge a path.
    function string(  c, rest, m, from, out) {
        pos++
        out = ""
        while (1) {
            if (ch() == "") return no("json")
            rest = substr(chunk, pos - base + 1)
            m = match(rest, /[^] -!#-[^-~]/)
            if (!m) m = length(rest) + 1
            if (m > 1) {
                if (length(out) < 20000) out = out substr(rest, 1, m - 1)
                pos += m - 1
                continue
            }
            c = ch()
            if (c == "\"") { pos++; str = out; return 1 }
            if (c == "\\") {
                if (!escape()) return 0
                if (length(out) < 20000) out = out unescaped
                continue
            }
            from = pos
            if (c != byte[127] && !multibyte(ord[c])) return no("json")
            pos++
            if (length(out) < 20000) out = out substr(text, from, pos - from)
        }
    }
    function integer(  c, sign, digits) {
        sign = ""
        if (ch() == "-") { sign = "-"; pos++ }
        digits = ""
        while ((c = ch()) ~ /^[0-9]$/) {
            digits = digits c
            pos++
            if (length(digits) > 16) return no("integer")
        }
        if (digits == "" || digits ~ /^0./ || c == "." || c == "e" || c == "E") return no("number")
        if (length(digits) == 16 && "x" digits > "x9007199254740992") return no("integer")
        str = sign digits
        return 1
    }
    function literal(word) {
        if (substr(text, pos, length(word)) != word) return no("json")
        pos += length(word)
        return 1
    }
    function value(path, depth,  c, n, key) {
        blank()
        c = ch()
        if (c == "{" || c == "[") {
            if (depth >= 32) return no("depth")
            T[path] = c
            pos++
            blank()
            if (ch() == (c == "{" ? "}" : "]")) { pos++; J[path] = 0; return 1 }
            for (n = 0; ; n++) {
                if (c == "{") {
                    blank()
                    if (ch() != "\"") return no("json")
                    if (!string()) return 0
                    if (length(str) >= 20000) return no("key too long")
                    key = path "\001" str
                    if (key in T) return no("duplicate key")
                    if (path == "" && n < 2) first[n] = str
                    blank()
                    if (ch() != ":") return no("json")
                    pos++
                } else key = path "\002" n
                T[key] = "?"
                if (!value(key, depth + 1)) return 0
                blank()
                if (ch() == ",") { pos++; continue }
                if (ch() != (c == "{" ? "}" : "]")) return no("json")
                pos++
                J[path] = n + 1
                return 1
            }
        }
        if (c == "\"") { if (!string()) return 0; T[path] = "s"; J[path] = str; return 1 }
        if (c ~ /^[-0-9]$/) { if (!integer()) return 0; T[path] = "i"; J[path] = str; return 1 }
        T[path] = "l"; J[path] = c
        if (c == "t") return literal("true")
        if (c == "f") return literal("false")
        if (c == "n") return literal("null")
        return no("json")
    }
    function body(bytes) {
        split("", T); split("", J); split("", first)
        text = bytes; pos = 1; base = 1; chunk = substr(text, 1, 400); reason = ""
        if (substr(text, 1, 1) != "{") return no("kind and version")
        if (!value("", 0)) return 0
        blank()
        if (ch() != "") return no("json")
        if (first[0] != "kind" || first[1] != "version" || T[K("kind")] != "s" ||
            T[K("version")] != "i" || J[K("version")] < 1) return no("kind and version")
        return 1
    }
    function K(name) { return "\001" name }
    function reference(path,  seq) {
        if (T[path "\001chain"] != "s" || J[path "\001chain"] != chain) return -1
        seq = path "\001seq"
        return T[seq] == "i" && J[seq] >= 0 ? J[seq] + 0 : -1
    }

    function is_time(text,  year, month, day, days) {
        if (length(text) != 24 || text !~ \
            /^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9][0-9][0-9]Z$/) return 0
        year = substr(text, 1, 4) + 0; month = substr(text, 6, 2) + 0; day = substr(text, 9, 2) + 0
        days = month == 2 ? 28 + (year % 4 == 0 && year % 100 || year % 400 == 0) : 30 + (month + (month > 7)) % 2
        return year > 0 && month > 0 && month < 13 && day > 0 && day <= days && substr(text, 12, 2) + 0 < 24
    }
    # A body that is looked into, of a later version than is known here.
    function newer(seq, name) {
        if (J[K("version")] + 0 < 2 || name != "object" && name != "genesis" &&
            (name != "facts" && name != "package" ||
            J[K("kind")] !~ /^(tombstone|dossier|working_copy|view|dossier_package)$/)) return 0
        add("structure", "newer_format", "UNREADABLE", seq, "", ledger ":" name, "", J[K("version")])
        return 1
    }
    # One entry: n is its place.
    function entry(  claimed, link, list, seq) {
        if (count != 6 || !decimal(w[2]) || !is_time(w[3]) ||
            !hex(w[4], 64) || !hex(w[5], 64) || !hex(w[6], 64)) return broken("entry")
        seq = w[2] + 0; link = w[4]; list = w[5]; claimed = w[6]
        time = stamp[n] = w[3]
        entry_seq[n] = seq
        n_parts[n] = 0
        n_closed = 0
        second = misplaced = object_seen = 0
        f_kind[n] = ""
        if (!words_in()) return 0
        while (w[1] == "part") if (!part_in(seq)) return 0
        if (n_parts[n] && n_closed == n_parts[n]) return broken("nothing open")
        if (n_parts[n]) withheld_parts += n_closed
        else { withheld_entries++; closed[seq] = 1 }
        if (seq != next_seq) { add("chain", "sequence", "ALTERED", seq, "", "", next_seq, seq); disordered = 1 }
        next_seq = seq + 1
        # With no part shown, the own hash of the entry holds the list.
        if (n_parts[n] && HH[ledger, ++used] != list) add("chain", "parts_hash", "ALTERED", seq, "", "", list, HH[ledger, used])
        used++
        if (HH[ledger, used] != claimed) {
            add("chain", "entry_hash", "ALTERED", seq, "", "", claimed, HH[ledger, used])
            untrue[seq] = 1
        }
        if (link != previous) add("chain", "link", "ALTERED", seq, "", "", previous, link)
        previous = claimed
        hash[n] = claimed
        if (n && second) add("ledger", "genesis", "ALTERED", seq)
        else if (n && misplaced) add("ledger", "parts_order", "ALTERED", seq)
        if (n == 0 && !genesis_told && (n_parts[0] != 1 || !genesis)) add("ledger", "genesis", "ALTERED", seq)
        return 1
    }
    function part_in(seq,  name, opened, salt, commitment) {
        name = w[2]; commitment = w[3]
        if (count < 4 || name !~ /^[a-z_]+$/ || length(name) > 32 || !hex(commitment, 64))
            return broken("part")
        if (n_parts[n] >= 64 || (n, name) in state) return broken("parts")
        if (object_seen || !n_parts[n] && name != "facts") misplaced = 1
        if (name == "object") object_seen = 1
        if (name == "genesis") second = 1
        state[n, name] = w[4]
        by_seq[seq, name] = w[4]
        if (w[4] == "erased") gone[seq, name] = 1
        n_parts[n]++
        if (w[4] == "withheld") n_closed++
        opened = count == 5 && w[4] == "open" && hex(w[5], 64)
        if (!opened && !(count == 4 && (w[4] == "withheld" || w[4] == "erased")))
            return broken("part")
        if (opened) {
            if (!line_in()) return 0
            if (substr(line, 1, 5) != "body ") return broken("body")
            n_open++
            used++
            if (HH[ledger, used] != commitment)
                add("commitments", "commitment", "ALTERED", seq, "", name, commitment, HH[ledger, used])
            if (!body(substr(line, 6)) || !(later = newer(seq, name)) && name == "object" && !object_in())
                { add("ledger", "body", "ALTERED", seq, "", name, "", reason); if (name == "genesis") genesis_told = 1 }
            else if (name == "object" && later) object_in()
            else if (name == "facts") facts_in(seq)
            else if (name == "package" && !foreign) package_in()
            else if (name == "origin" && !foreign) origin_in(seq)
            else if (name == "genesis" && n == 0) {
                genesis = J[K("kind")] == "genesis" && T[K("format")] == "i" &&
                    J[K("format")] == 1 && J[K("chain_kind")] == "evidence"
                if (J[K("kind")] == "genesis" && T[K("format")] == "i" && J[K("format")] + 0 > 1) {
                    genesis = 1
                    add("structure", "newer_format", "UNREADABLE", seq, "", ledger ":" name, "", J[K("format")])
                }
            }
        }
        return words_in()
    }
    function object_in() {
        if (J[""] != 5 || J[K("kind")] != "object" || T[K("media_type")] != "s" || T[K("sha256")] != "s" ||
            !hex(J[K("sha256")], 64) || T[K("size")] != "i" || J[K("size")] < 0) return no("object")
        o_hash[n] = J[K("sha256")]; o_size[n] = J[K("size")]; o_type[n] = J[K("media_type")]
        return 1
    }
    # What goes along more, in a package of format 2; those of earlier dossiers are written over.
    function package_in(  i, k, three, what, path) {
        x_at = n
        x_kind = J[K("kind")]
        split("made entries chains", three, " ")
        for (k = 1; k <= 3; k++) {
            what = three[k]
            x_count[what] = T[K(what)] == "[" ? J[K(what)] : 1
            for (i = 0; i < x_count[what]; i++) {
                path = K(what) "\002" i
                x_path[what, i] = T[K(what)] == "[" && T[path "\001path"] == "s" ? J[path "\001path"] : ""
                x_place[what, i] = what == "entries" ? reference(path "\001entry") : natural(path "\001seq")
                x_size[what, i] = natural(path "\001size")
                x_hash[what, i] = digest_at(path (what == "made" ? "\001sha256" : "\001hash"), 64)
                x_chain[what, i] = digest_at(path "\001chain", 32)
            }
        }
    }
    # Which entry of the log of somebody else it was; whether it says so at all is known by its facts.
    function origin_in(seq,  path) {
        path = K("entry")
        if (T[path] != "{" || natural(path "\001seq") < 0 || digest_at(path "\001chain", 32) == "") return
        a_at[++n_adopted] = n
        a_seq[n_adopted] = seq
        a_chain[n_adopted] = J[path "\001chain"]
        a_place[n_adopted] = natural(path "\001seq")
        a_hash[n_adopted] = digest_at(K("hash"), 64)
    }
    function adopted(  i, k, found) {
        for (k = 1; k <= n_adopted; k++) if (a_chain[k] == chain && (a_at[k] in adopts)) {
            for (i = 0; i < n && entry_seq[i] != a_place[k]; i++) continue
            found = i < n ? hash[i] : "missing"
            if (found != a_hash[k])
                add("extras", "adopted_entry", "ALTERED", a_seq[k], "", main_ledger, a_hash[k], found)
            else if (adopts[a_at[k]] != "" && i in o_hash && o_hash[i] != adopts[a_at[k]])
                add("extras", "adopted_entry", "ALTERED", a_seq[k], "", main_ledger, adopts[a_at[k]], o_hash[i])
        }
    }
    function natural(path) { return T[path] == "i" && J[path] + 0 >= 0 ? J[path] + 0 : -1 }
    function digest_at(path, digits) { return T[path] == "s" && hex(J[path], digits) ? J[path] : "" }
    function facts_in(seq,  i, k, path, found) {
        f_kind[n] = J[K("kind")]
        p_seq[n] = reference(K("parent"))
        if (f_kind[n] == "dossier") {
            d_at = n
            d_head = reference(K("head"))
            d_count = K("exhibits") in T ? 1 : 0  # asked first: awk makes what it looks at
            if (d_count && T[K("exhibits")] == "[") d_count = J[K("exhibits")]
            for (i = 0; i < d_count; i++) {
                path = K("exhibits") "\002" i
                d_number[i] = T[path "\001number"] == "i" ? J[path "\001number"] : 0
                d_original[i] = reference(path "\001original")
                d_shown[i] = reference(path "\001shown")
            }
            # No list, or null: a dossier that does not say which files go along.
            d_listed = K("files") in T && !(T[K("files")] == "l" && J[K("files")] == "n")
            d_files = T[K("files")] == "[" ? J[K("files")] : d_listed
            for (i = 0; i < d_files; i++) {
                path = K("files") "\002" i
                df_number[i] = T[path "\001number"] == "i" ? J[path "\001number"] : 0
                df_seq[i] = reference(path "\001entry")
                df_path[i] = T[path "\001path"] == "s" ? J[path "\001path"] : ""
            }
        }
        if (f_kind[n] != "tombstone") return
        tombstones++
        found = 0
        for (i = 0; T[K("targets")] == "[" && i < J[K("targets")]; i++) {
            path = K("targets") "\002" i
            if (T[path] != "{") break
            if (T[path "\001chain"] != "s" || T[path "\001seq"] != "i" || T[path "\001parts"] != "[") continue
            for (k = 0; k < J[path "\001parts"]; k++) if (T[path "\001parts\002" k] == "s") {
                found = 1
                if (++n_targets > 200000) broken("too many entries")
                if (J[path "\001chain"] != chain) continue
                named[J[path "\001seq"] + 0, J[path "\001parts\002" k]] = seq
            }
        }
        if (!found) add("erasures", "tombstone", "ALTERED", seq)
    }

    function erasures(  key, two) {
        for (key in named) {
            split(key, two, SUBSEP)
            if (two[1] + 0 >= named[key] || !(key in by_seq) && !((two[1] + 0) in closed))
                add("erasures", "tombstone", "ALTERED", named[key], "", substr(two[2], 1, 100))
            else if (key in by_seq && by_seq[key] != "erased")
                add("erasures", "erased_but_kept", "ALTERED", two[1], "", two[2], "", by_seq[key])
        }
        for (key in gone) if (!(key in named)) {
            split(key, two, SUBSEP)
            add("erasures", "erased_without_tombstone", "ALTERED", two[1], "", two[2])
        }
        if (!foreign) print "C\terasures\t" tombstones + 0
    }
    function three(number) { return number < 1000 ? sprintf("%03d", number) : number }
    function claim(check, kind, path, seq, number,  fits) {
        if (seq in claimed) add("exhibits", "exhibit_list", "ALTERED", entry_seq[seq], number)
        claimed[seq] = 1
        wanted[path] = 1
        if (check != "extras" && number != "") { with_file[number] = 1; n_files[check]++ }
        fits = check == "dossier" ? o_type[seq] == "application/pdf" : extension_of(path) == extension(seq, path)
        if (!(seq in o_hash))
            add(check, kind, "INCOMPLETE", entry_seq[seq], number, path, "", "closed")
        else if (!(path in digest))
            add(check, kind, "INCOMPLETE", entry_seq[seq], number, path, o_hash[seq], "missing")
        else if (digest[path] != o_hash[seq] || !fits)
            add(check, kind, "ALTERED", entry_seq[seq], number, path, o_hash[seq], digest[path])
        sizes += o_size[seq]
    }
    function extension_of(path) { sub(/^.*\./, "", path); return path }
    function extension(seq, path) {
        if (path ~ /^data\/(tokens|witness)\// && o_type[seq] in more_ext) return more_ext[o_type[seq]]
        return o_type[seq] in type_ext ? type_ext[o_type[seq]] : "bin"
    }
    function parents(number, original, shown,  seq, i) {
        seq = shown
        for (i = 0; i < 32; i++) {
            if (seq == original || f_kind[seq] == "") return
            if (f_kind[seq] != "working_copy" && f_kind[seq] != "view") break
            if (p_seq[seq] <= 0 || p_seq[seq] >= seq) break
            seq = p_seq[seq]
        }
        add("exhibits", "exhibit_parent", "ALTERED", shown, number, "", original, seq)
    }
    # The number in a path that a file of an exhibit can have, or 0.
    function path_number(path,  rest) {
        if (path !~ /^data\/(exhibits|originals)\/bilag-[0-9]+\.[a-z0-9]+$/) return 0
        rest = path; sub(/^data\/[a-z]+\/bilag-/, "", rest)
        if (rest !~ /^[0-9][0-9][0-9]\./ && rest !~ /^[1-9][0-9][0-9][0-9][0-9]?[0-9]?\./) return 0
        return index(extensions, " " extension_of(rest) " ") ? rest + 0 : 0
    }
    # The files that the entry of the dossier lists.
    function listed_files(last,  i, number, path, original, before, seq) {
        before = 0
        for (i = 0; i < d_files; i++) {
            number = df_number[i] + 0; path = df_path[i]
            original = path ~ /^data\/originals\//
            if (number > 0 && path_number(path) == number && number in e_shown) {
                seq = original ? e_original[number] : e_shown[number]
                if (df_seq[i] == seq && number * 2 + original > before) {
                    before = number * 2 + original
                    if (original) claim("originals", "original_object", path, seq, number)
                    else claim("exhibits", "exhibit_object", path, seq, number)
                    continue
                }
            }
            add("exhibits", "exhibit_list", "ALTERED", entry_seq[last])
        }
    }
    # The files of one exhibit as they follow from what is open, where the dossier lists none.
    function unlisted_files(number, original, shown,  held) {
        held = (shown, "object") in state ? state[shown, "object"] : ""
        if (!n_parts[shown]) held = "withheld"
        if (held == "withheld" && original == shown && f_kind[shown] == "file") unseen[number] = ++n_unseen
        else if (held == "withheld")
            add("exhibits", "exhibit_object", "INCOMPLETE", entry_seq[shown], number, "", "", "withheld")
        else if (held != "erased")
            claim("exhibits", "exhibit_object",
                "data/exhibits/bilag-" three(number) "." extension(shown), shown, number)
        if (original == shown) return
        if (original in o_hash)
            claim("originals", "original_object",
                "data/originals/bilag-" three(number) "." extension(original), original, number)
        else if (!(number in unseen)) unseen[number] = ++n_unseen
    }
    # Each item of a list has a path that can be there, and the paths rise.
    function risen(what, i, pattern) {
        if (x_path[what, i] !~ pattern || !more_name(x_path[what, i]) || "x" x_path[what, i] <= "x" x_before) return 0
        x_before = x_path[what, i]
        return 1
    }
    function wrong_extra(last) { add("extras", "extra_list", "ALTERED", entry_seq[last]) }
    function extras(last,  i, path, number, seq, name, taken) {
        print "C\textras\t0"
        if (x_at != last || x_kind == "") add("extras", "extra_list", "INCOMPLETE", entry_seq[last], "", "", "", "closed")
        else if (x_kind != "dossier_package") wrong_extra(last)
        else {
            x_before = ""
            for (i = 0; i < x_count["made"]; i++) {
                if (!risen("made", i, "^data/(index|tables)") || x_size["made", i] < 0 || x_hash["made", i] == "") {
                    wrong_extra(last)
                    continue
                }
                path = x_path["made", i]
                x_listed[path] = 1
                sizes += x_size["made", i]
                if (!(path in digest))
                    add("extras", "extra_file", "INCOMPLETE", "", "", path, x_hash["made", i], "missing")
                else if (digest[path] != x_hash["made", i])
                    add("extras", "extra_file", "ALTERED", "", "", path, x_hash["made", i], digest[path])
            }
            x_before = ""
            for (i = 0; i < x_count["entries"]; i++) {
                path = x_path["entries", i]
                seq = x_place["entries", i]
                number = name = path
                if (!risen("entries", i, "^data/(tokens|witness|media)/") || seq <= 0 || seq >= last) {
                    wrong_extra(last)
                    continue
                }
                sub(/^data\/[a-z]+\//, "", name)
                number = ""
                if (name ~ /^bilag-/) { number = substr(name, 7) + 0; if (!(number in e_shown)) name = "" }
                else if (name + 0 != seq) name = ""
                if (name == "") { wrong_extra(last); continue }
                x_listed[path] = 1
                claim("extras", "extra_file", path, seq, number)
                if (number != "") parents(number, e_original[number], seq)
            }
            x_before = ""
            taken = " " chain " "
            for (i = 0; i < x_count["chains"]; i++) {
                if (!risen("chains", i, "^data/ledger/foreign-") || x_size["chains", i] < 0 || x_place["chains", i] < 0 ||
                    x_hash["chains", i] == "" || x_chain["chains", i] == "" || index(taken, " " x_chain["chains", i] " ")) {
                    wrong_extra(last)
                    continue
                }
                taken = taken x_chain["chains", i] " "
                x_listed[x_path["chains", i]] = 1
                x_foreign[++n_foreign] = i
                sizes += x_size["chains", i]
            }
        }
        for (name in digest) if (more_name(name) && !(name in x_listed)) {
            number = ""
            if (name ~ /\/bilag-/) { number = name; sub(/^data\/[a-z]+\/bilag-/, "", number); number += 0 }
            add("extras", "extra_unlisted", "ALTERED", "", number, name)
        }
    }
    # The log of somebody else, read as the own one was: of that nothing is needed any more.
    function foreign_log(i,  path) {
        path = x_path["chains", i]
        if (!(path in digest)) { add("extras", "extra_file", "INCOMPLETE", "", "", path, "", "missing"); return }
        begin(path)
        foreign = 1
        read_log()
        if (!bad && n) erasures()
        if (n) times()
        if (chain != x_chain["chains", i] || !n || entry_seq[n - 1] != x_place["chains", i] || hash[n - 1] != x_hash["chains", i])
            add("extras", "extra_file", "ALTERED", "", "", path, x_hash["chains", i], n ? hash[n - 1] : "")
        else { foreign = 0; adopted() }
    }
    function begin(path) {
        ledger = path
        ragged = index(raggeds, " " path " ") > 0
        split("", state); split("", by_seq); split("", gone); split("", named); split("", closed); split("", entry_seq)
        split("", n_parts); split("", hash); split("", stamp); split("", f_kind); split("", p_seq); split("", untrue)
        split("", o_hash); split("", o_size); split("", o_type)
        next_seq = disordered = n = at = used = bytes = more = tombstones = n_targets = genesis = genesis_told = 0
        bad = chain = ahead = ""
        previous = "0000000000000000000000000000000000000000000000000000000000000000"
    }
    function exhibits(  i, last, name, number, before) {
        last = n - 1
        print "C\tdossier\t1"
        if (f_kind[last] != "dossier" || d_at != last) {
            add("dossier", "dossier_entry", "INCOMPLETE", entry_seq[last], "", "", "", f_kind[last])
            return
        }
        if (n < 2 || d_head != entry_seq[last] - 1)
            add("dossier", "dossier_head", "ALTERED", entry_seq[last], "", "", entry_seq[last] - 1)
        claim("dossier", "dossier_object", "data/dossier.pdf", last, "")
        before = 0
        for (i = 0; i < d_count; i++) {
            number = d_number[i] + 0
            if (number <= before || number > 999999 || d_original[i] <= 0 || d_shown[i] <= 0 ||
                d_original[i] >= last || d_shown[i] >= last) {
                add("exhibits", "exhibit_list", "ALTERED", entry_seq[last])
                continue
            }
            before = number
            e_number[++n_exhibits] = number
            e_original[number] = d_original[i]; e_shown[number] = d_shown[i]
            if (!(d_shown[i] in number_of)) number_of[d_shown[i]] = number
            if (!(d_original[i] in number_of)) number_of[d_original[i]] = number
            parents(number, d_original[i], d_shown[i])
        }
        if (d_listed) listed_files(last)
        else for (i = 1; i <= n_exhibits; i++)
            unlisted_files(e_number[i], e_original[e_number[i]], e_shown[e_number[i]])
        if (form == 2) extras(last)
        for (i = 1; i <= n_exhibits; i++) if (!(e_number[i] in with_file)) print "W\t" e_number[i]
        for (name in digest) if (name ~ /^data\/(exhibits|originals)\// && !(name in wanted)) {
            number = name; sub(/^data\/[a-z]+\/bilag-/, "", number)
            add("exhibits", "exhibit_extra", "ALTERED", "", number + 0, name)
        }
        for (i = 0; i < n; i++) if (i in o_hash && !(i in claimed))
            add("exhibits", "object_without_file", "INCOMPLETE", entry_seq[i])
        # Where it cannot be seen whether more files were to go along, that is said, never "ok".
        if (n_files["exhibits"] || !n_unseen) print "C\texhibits\t" n_files["exhibits"] + 0
        else print "U\texhibits"
        if (n_unseen) print "U\toriginals"
        else print "C\toriginals\t" n_files["originals"] + 0
    }
    function receipt(entry_hash,  i, k, five, v, out) {
        out = ""
        for (i = 1; i <= 40; i += 5) {
            v = 0
            for (k = 0; k < 5; k++)
                v = v * 16 + index("0123456789abcdef", substr(entry_hash, i + k, 1)) - 1
            five = ""
            for (k = 0; k < 4; k++) {
                five = substr("0123456789ABCDEFGHJKMNPQRSTVWXYZ", v % 32 + 1, 1) five
                v = int(v / 32)
            }
            out = out (i > 1 ? " " : "") five
        }
        return out
    }
    function letters(signs,  i, rest, alphabet) {
        alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        gsub(/ /, "", signs)
        rest = 0
        for (i = 1; i <= length(signs); i++) rest = (rest * 32 + index(alphabet, substr(signs, i, 1)) - 1) % 479
        return substr(alphabet, 11 + int(rest / 22), 1) substr(alphabet, 11 + rest % 22, 1)
    }
    function expected(  i, code, seq, plain, found) {
        print "C\texpected_receipt\t1"
        code = expect; seq = -1
        if (index(code, "/")) { seq = substr(code, 34) + 0; code = substr(code, 1, 32) }
        for (i = 0; i < n; i++) {
            # A hash that its own entry does not make stands for nothing.
            if (entry_seq[i] in untrue) continue
            plain = receipt(hash[i]); gsub(/ /, "", plain)
            if (entry_seq[i] == seq) found = receipt(hash[i])
            if (plain == code && (seq < 0 || seq == entry_seq[i])) {
                print "M\t" entry_seq[i] "\t" entry_seq[n - 1]
                return
            }
        }
        add("expected_receipt", "receipt", "NOT CONFIRMED", seq < 0 ? "" : seq, "", "", code, found)
    }
    function bag_info_due() {
        bag_want = "Bevismappe-Package: " form "\nBagging-Date: " substr(time, 1, 10) "\nExternal-Identifier: " \
            receipt(hash[n - 1]) " /" entry_seq[n - 1] "\n"
        bag_oxum = "Payload-Oxum: " sizes + bytes "." n_payload
    }
    function bag_info(  line, i, want, oxum, good, loose, count) {
        if (!("bag-info.txt" in digest)) return
        want = bag_want
        oxum = bag_oxum
        loose = earlier || n_bad
        good = !bag_ragged
        for (i = 1; (getline line < "bag-info.txt") > 0; i++) {
            if (i == 4 && form == 2 && !count++) {
                if (!bag_count(line)) good = 0
                i--
            } else if (i < 4) {
                if (index(want, line "\n") != 1) good = 0
                want = substr(want, length(line) + 2)
            } else if (i > 4 || !bag_sum(line) || !loose && line != oxum) good = 0
        }
        if (i != 5 || !good) add("bag", "bag_info", "ALTERED", "", "", "bag-info.txt")
    }
    function bag_sum(line,  w) {
        return line ~ /^Payload-Oxum: [0-9]+\.[0-9]+$/ && split(substr(line, 15), w, ".") == 2 &&
            length(w[1]) <= 20 && length(w[2]) <= 9
    }
    function bag_count(line,  w) {
        if (line !~ /^Bag-Count: [1-9][0-9]? of [1-9][0-9]?$/) return 0
        split(line, w, / /)
        return w[2] + 0 <= w[4] + 0
    }
    # Told last, so that no number of remarks crowds out a fault.
    function times(  i) {
        if (!foreign) print "C\ttimes\t" n
        for (i = 1; i < n; i++) if ("x" stamp[i] < "x" stamp[i - 1])
            add("times", "time_back", "CONSISTENT", entry_seq[i], "", "", stamp[i - 1], stamp[i])
    }
    function folder_name(  part, due) {
        if (n < 2 || split(ENVIRON["TOP"], part, "-") != 3 || part[1] != "bevismappe") return
        if (part[2] !~ /^[a-z0-9]+$/ || length(part[2]) > 24) return
        if (part[3] !~ /^[0-9a-hjkmnp-tv-z]+$/ || length(part[3]) != 8) return
        print "C\tfolder_name\t1"
        due = receipt(hash[n - 2]); gsub(/ /, "", due)
        due = tolower(substr(due, 1, 8))
        if (part[3] != due) add("folder_name", "folder_name", "CONSISTENT", "", "", "", due, ENVIRON["TOP"])
    }

    BEGIN {
        for (i = 1; i < 256; i++) { byte[i] = sprintf("%c", i); ord[byte[i]] = i }
        n_types = split(types, pair, / /)
        for (i = 1; i <= n_types; i++) { split(pair[i], two, "="); type_ext[two[1]] = two[2] }
        n_types = split(more_types, pair, / /)
        for (i = 1; i <= n_types; i++) { split(pair[i], two, "="); more_ext[two[1]] = two[2] }
        sizes = foreign = 0
        main_ledger = ledger
    }
    /^D / {
        digest[substr($0, 68)] = substr($0, 3, 64)
        if (substr($0, 68) ~ /^data\//) n_payload++
    }
    /^L / { of_ledger = substr($0, 3); n_hashes = 0 }
    /^H / { HH[of_ledger, ++n_hashes] = substr($0, 3) }
    function read_log(  told) {
        if (line_in()) {
            if (line != "bevismappe/ledger/1") broken("header")
        }
        if (!bad && words_in()) {
            if (count != 3 || w[1] != "chain" || !hex(w[2], 32)) broken("chain")
            else if (w[3] != "evidence") broken("chain kind")
            chain = w[2]
        }
        if (!bad) words_in()
        while (!bad && w[1] == "entry") {
            if (n >= 200000) broken("too many entries")
            else {
                # Of an entry that cannot be read to its end nothing else is told.
                told = n_findings
                if (entry()) n++
                else n_findings = told
            }
        }
        if (!bad && (count != 2 || w[1] != "end" || !decimal(w[2]))) broken("word")
        if (!bad && more) { at++; broken("after end") }
        if (!bad && (w[2] + 0 != n || !n))
            add("ledger", "entry_count", w[2] + 0 >= n ? "INCOMPLETE" : "ALTERED", "", "", "", w[2], n)
        if (bad)
            add("ledger", "ledger_form", bad == "cut" ? "INCOMPLETE" : "ALTERED",
                n ? entry_seq[n - 1] + 1 : 0, "", ledger, "", "line " at ": " bad)
    }
    END {
        begin(main_ledger)
        read_log()
        if (n) print "N\t" withheld_entries + 0 "\t" withheld_parts + 0
        if (n) print "C\tchain\t" n "\nC\tcommitments\t" n_open + 0
        for (i = n > 1 ? n - 2 : 0; i < n; i++) {
            print "R\t" entry_seq[i] "\t" receipt(hash[i]) "\t" letters(receipt(hash[i]) entry_seq[i])
        }
        if (expect != "" && n) expected()
        if (!bad) {
            print "C\tledger\t" at
            if (n) erasures()
            if (n && !disordered) exhibits()
        }
        if (n) times()
        if (!bad && n) {
            folder_name()
            bag_info_due()
            for (i = 0; i < n; i++) if (f_kind[i] == "adopt") adopts[i] = o_hash[i]
            for (i = 1; i <= n_foreign; i++) foreign_log(x_foreign[i])
            foreign = 0
            bag_info()
        }
        for (i = 1; i <= n_findings && i <= 200; i++) {
            if (!f_foreign[i] && f_exhibit[i] == "" && f_seq[i] != "" && f_seq[i] in number_of)
                f_exhibit[i] = number_of[f_seq[i]]
            print f_head[i] "\t" f_exhibit[i] "\t" f_tail[i]
        }
    }
'
TYPES='application/json=json application/pdf=pdf application/vnd.ms-outlook=msg application/zip=zip audio/mp4=m4a audio/mpeg=mp3 audio/ogg=ogg audio/wav=wav image/gif=gif image/heic=heic image/jpeg=jpg image/png=png image/tiff=tif image/webp=webp message/rfc822=eml multipart/related=mhtml text/csv=csv text/html=txt text/plain=txt video/mp4=mp4 video/quicktime=mov video/webm=webm'
MORE_TYPES='application/ocsp-response=ors application/pkcs7-signature=p7s application/pkix-cert=cer application/pkix-crl=crl application/timestamp-reply=tsr'

check_ledger() {
    logs=$(printf '%s\n' "$files" | sed -n '/^data\/ledger\//p')
    raggeds=' '
    for path in $logs; do
        if has "$path"; then whole_lines "$path" || raggeds="$raggeds$path "; fi
    done
    bag_ragged=0
    # Only what was read before: a link to a device without end would be read for ever.
    if has bag-info.txt; then whole_lines bag-info.txt || bag_ragged=1; fi
    earlier=0
    case $report in *"$TAB"INCOMPLETE"$TAB"* | *"$TAB"ALTERED"$TAB"* | *"$TAB"UNREADABLE"$TAB"*) earlier=1 ;; esac
    answer=$(
        {
            printf '%s' "$digests"
            for path in $logs; do
                has "$path" || continue
                echo "L $path"
                awk "$HASHES" <"$path" 2>/dev/null | sed 's/ .*//; s/^/H /'
            done
        } | TOP="$top" NAME="$name" awk -v ledger="$LEDGER" -v expect="$expect" -v types="$TYPES" -v raggeds="$raggeds" \
            -v more_types="$MORE_TYPES" -v form="$form" \
            -v earlier="$earlier" -v bag_ragged="$bag_ragged" -v extensions="$EXTENSIONS" "$MORE$STORY" 2>/dev/null
    ) || add files unreadable_file UNREADABLE '' '' "$LEDGER"
    report="$report$answer$LF"
}

# -- all of it -------------------------------------------------------------------------------------

check_all() {
    if ! [ -d "$folder" ] || ! cd "$folder" 2>/dev/null; then
        add structure unpack_first UNREADABLE
        return
    fi
    top=$(pwd -P)
    top=${top##*/}
    for tool in sha256sum awk sed; do
        command -v "$tool" >/dev/null 2>&1 && continue
        add structure tool_missing UNREADABLE '' '' "$tool"
        return
    done
    form_of
    walk ''
    if [ "$seen" -gt "$MAX_FILES" ]; then
        report=
        add structure too_large UNREADABLE '' '' '' '' "$seen"
        return
    fi
    if ! is_ours; then
        report=
        add structure not_a_package UNREADABLE
        return
    fi
    # A later format is judged by nobody who does not know it.
    for path in bag-info.txt "$LEDGER" $(printf '%s' "$files" | sed -n '/^data\/ledger\/foreign/p'); do
        version=$(first_of "$path" | awk '
            /^Bevismappe-Package: [0-9]+$/ && length($2) < 10 && $2 > 2 { print $2 }
            /^bevismappe\/ledger\/[0-9]+$/ { sub(/.*\//, ""); if (length($0) < 10 && $0 + 0 > 1) print }')
        [ -n "$version" ] || continue
        report=
        add structure newer_format UNREADABLE '' '' "$path" '' "$version"
        return
    done
    done_with system_files 0
    read_files
    for path in LAES-MIG.txt README.txt bag-info.txt bagit.txt manifest-sha256.txt verify.py \
        verify.sh tagmanifest-sha256.txt "$LEDGER" "$DOSSIER"; do
        has "$path" || add structure file_missing INCOMPLETE '' '' "$path"
    done
    if has bagit.txt; then
        case $digests in
            *"D $BAGIT_SHA256 bagit.txt$LF"*) ;;
            *) add bag bagit_txt ALTERED '' '' bagit.txt ;;
        esac
    fi
    if [ "$form" = 2 ] && has bag-info.txt; then
        count_of=$(sed -n '4s/^Bag-Count: \([1-9][0-9]\{0,1\} of [1-9][0-9]\{0,1\}\)$/\1/p' <bag-info.txt 2>/dev/null)
        if [ -n "$count_of" ] && [ "${count_of#* of }" -gt 1 ] && [ "${count_of% of *}" -le "${count_of#* of }" ]; then
            add structure other_parts INCOMPLETE '' '' bag-info.txt '' "$count_of"
        fi
    fi
    if has manifest-sha256.txt; then check_list manifest-sha256.txt 1; fi
    if has tagmanifest-sha256.txt; then check_list tagmanifest-sha256.txt ''; fi
    if has tagmanifest-sha256.txt; then count=$((count - 1)); fi
    done_with bag "$count"
    if has "$LEDGER"; then check_ledger; fi
}
check_all

TEXTS='
check structure | ingen fremmede filer | only the files that belong
check packing | zip-filen er, som programmet skrev den | the zip is as the program wrote it
check system_files | filer, computeren selv har lagt til | files that the computer added
reason packing | pakken er pakket ud | the package is unpacked
check folder_name | mappens navn passer til koden i rapporten | the folder'\''s name fits the dossier'\''s code
check bag | fillisterne er hele | the lists of files are complete
check files | filernes digitale fingeraftryk | fingerprints of the files
check ledger | loggens form | form of the log
check commitments | fingeraftryk af det, der er vist | fingerprints of what is shown
check chain | loggens rækkefølge | the order of the log
check times | tidspunkterne følger loggens rækkefølge | times follow the order of the log
check erasures | slettede dele | erased parts
check dossier | rapporten er den, der blev forseglet | the dossier is the one that was sealed
check exhibits | bilagene er dem, der blev forseglet | the exhibits are those that were sealed
check originals | originaler og tilføjede filer, der er med | originals and added files that go along
check extras | andet, der er med: tabeller, tidsstempler, film | what else goes along: tables, tokens, films
check sizes | filernes størrelse er den, der blev noteret | sizes of the files are as noted
check witness | det, vidner har underskrevet | what witnesses signed
check expected_receipt | den kontrolkode, du selv har | the receipt code you have yourself
check verifier | kontrolprogrammerne i pakken | the verifiers in the package
check printed_receipt | koden, der er trykt i rapporten | the code printed in the dossier
check timestamps | tidsstempler udefra | timestamps from outside
reason folder_name | mappen hedder noget andet | the folder is called something else
reason verifier | hent dem et andet sted, og sammenlign | get them elsewhere, and compare
reason none | pakker af format 1 har ikke andet | packages of format 1 have nothing else
reason sizes | brug verify.py | use verify.py
reason witness | brug verify.py | use verify.py
reason expected_receipt | angiv den med --expect | give it with --expect
reason printed_receipt | sammenlign selv med øjnene | compare by eye
reason timestamps | dette program læser ingen | this program reads none
reason unseen | kan ikke ses i denne pakke | cannot be seen in this package
reason other | noget, der skulle kontrolleres først, var ikke i orden | what had to be checked first was not in order
state passed | i orden | ok
state failed | ikke i orden | not in order
state noted | se herunder | see below
state not_checked | kan ikke kontrolleres her | not checked here
word head | Kontrol af | Check of
word findings | Fund | Findings
word package | Pakken | The package
word exhibit | Bilag | Exhibit (Bilag)
word entry | punkt | entry
word expected | ventet: | expected:
word found | fundet: | found:
word printed | Koden, der er trykt i rapporten: | The code printed in the dossier:
word latest | Pakkens kontrolkode (sammenlign denne): | The package'\''s receipt code (compare this one):
word none | ingen sletninger | no erasures
word result | RESULTAT: | RESULT:
finding tool_missing | findes ikke på denne maskine | is not on this machine
finding unpack_first | er ikke en mappe: pak zip-filen ud, eller brug verify.py | is not a folder: unpack the zip, or use verify.py
finding bag_info | bag-info.txt passer ikke til pakken | bag-info.txt does not fit the package
finding bagit_txt | bagit.txt er ændret | bagit.txt was changed
finding body | en del er ikke gyldig JSON efter reglerne | a part is not valid JSON by the rules
finding commitment | en dels ord eller tallet ved den er ændret | a part'\''s words or salt were changed
finding dossier_entry | er ikke det punkt, der forseglede rapporten | is not the entry that sealed the dossier
finding dossier_head | rapporten peger ikke på punktet før sig | does not point at the entry before it
finding dossier_object | rapporten er ikke den, der blev forseglet | the dossier is not the one that was sealed
finding entry_count | antallet af punkter passer ikke | the number of entries does not fit
finding entry_hash | punktets fingeraftryk passer ikke | the entry'\''s fingerprint does not fit
finding erased_but_kept | en del, der er meldt slettet, er her stadig | a part reported as erased is still here
finding erased_without_tombstone | en del mangler, men er ikke meldt slettet | a part is gone, but no entry erased it
finding exhibit_extra | filen hører ikke til noget bilag | the file belongs to no exhibit
finding exhibit_list | rapportens liste over bilag hænger ikke sammen | the dossier'\''s list of exhibits is wrong
finding exhibit_object | filen er ikke den, der blev forseglet | the file is not the one that was sealed
finding exhibit_parent | det viste er ikke lavet af det nævnte billede | was not made from the picture named
finding extra_file | filen er ikke den, der blev noteret | the file is not the one that was noted
finding extra_list | listen over andet, der er med, hænger ikke sammen | the list of what else goes along is wrong
finding adopted_entry | punktet findes ikke i kollegaens log | the colleague'\''s log has no such entry
finding extra_unlisted | filen er ikke noteret i rapportens punkt | the file is not noted in the dossier'\''s entry
finding file_hash | filen er ændret | the file was changed
finding file_missing | filen mangler | the file is missing
finding file_not_listed | filen står ikke i fillisten | the file is not in the list of files
finding folder_name | mappens navn passer ikke til koden i rapporten | does not have the name its dossier gave it
finding genesis | loggens første punkt er forkert | the first entry of the log is wrong
finding ledger_form | loggen følger ikke reglerne | the log breaks the rules
finding link | punktet følger ikke efter det før | the entry does not follow the one before
finding manifest_form | fillisten følger ikke reglerne | the list of files breaks the rules
finding newer_format | er lavet af en nyere udgave | was made by a newer version
finding not_a_file | er ikke en almindelig fil | is not an ordinary file
finding not_a_package | er ikke en pakke fra Bevismappe | is not a package from Bevismappe
finding object_without_file | punktets fil følger ikke med | the entry'\''s file is not in the package
finding other_parts | er kun en del: der hører flere til | is one part only: there are more
finding original_object | originalen er ikke den, der blev forseglet | the original is not the one that was sealed
finding parts_order | delene står ikke i formatets rækkefølge | the parts are not in the order of the format
finding parts_hash | punktets liste over dele er ændret | the entry'\''s list of parts was changed
finding receipt | koden hører ikke til noget punkt her | the receipt code belongs to no entry here
finding sequence | punktets nummer er forkert | the entry'\''s number is wrong
finding system_file | er lagt til af computeren og ikke kontrolleret | was added by the computer and not checked
finding time_back | tidspunktet ligger før det foregående: uret gik tilbage, eller det blev gemt senere, end det blev lavet | its time is earlier than the one before: the clock went back, or it was saved later than it was made
finding tombstone | en sletning nævner noget, der ikke findes | an erasure names what does not exist
finding too_large | for mange filer | too many files
finding unknown_file | hører ikke til (lagt til af systemet? pak ud igen) | does not belong (added by the system?)
finding unreadable | kan ikke læses | cannot be read
finding unreadable_file | filen kan ikke læses | the file cannot be read
verdict CONSISTENT | Alt passer sammen | Everything holds together
verdict EARLIER | Koden passer, men dækker ikke rapporten | The code fits, but does not cover the dossier
verdict NOT CONFIRMED | Koden hører ikke til denne pakke, eller er læst forkert | The code does not belong to this package, or was misread
verdict INCOMPLETE | Noget mangler | Something is missing
verdict ALTERED | Noget er ændret | Something was changed
verdict UNREADABLE | Kan ikke læses som en pakke | Cannot be read as a package
verdict not_a_package | Ikke en pakke fra Bevismappe | Not a package from Bevismappe
verdict newer_format | Lavet af en nyere udgave af Bevismappe | Made by a newer version of Bevismappe
long CONSISTENT | Det er ikke bekræftet udefra. Kontrollen kan ikke se, om hele loggen er lavet om fra bunden, og enhver\nkan lave en ny pakke. Næste skridt: Sammenlign kontrolkoden med en, du har fået ad en anden vej. | It is not confirmed from outside. The check cannot see whether the whole log was made anew, and anyone\ncan make a new package. Next: compare the receipt code with one that you got another way.
long matched_last | Din kontrolkode passer til punkt SEQ, pakkens sidste: Loggen, rapporten og de bilag, der er med, er\nuændret, siden koden blev givet. | Your receipt code fits entry SEQ, the last of the package: the entries of the log, the dossier and\nthe exhibits that are here are unchanged since the code was given.
long matched_earlier | Din kontrolkode passer til punkt SEQ: Alt til og med det er uændret, siden koden blev givet.\nKoden dækker hverken PDF'\''en eller valget af bilag. Rapporten blev først forseglet i punkt LAST.\nBed også om koden til punkt LAST. | Your receipt code fits entry SEQ: everything up to it is unchanged since the code was given.\nThe code covers neither the PDF nor the choice of exhibits. The dossier was sealed later, in entry LAST.\nAsk for the code of entry LAST too.
long not_covered | Koden viser ikke, om noget, der før var vist, siden er taget ud. Den dækker heller ikke læs mig-filerne\nog kontrolprogrammerne. | The code does not show whether something that was shown before has since been taken out. Nor does it cover\nthe read me files and the verifiers.
long NOT CONFIRMED | Læs koden igen. Passer den stadig ikke, så bed om den én gang til der, hvor du fik den. | Read the code once more. If it still does not fit, ask for it again from the one who gave it to you.
long not_a_package | Intet er kontrolleret. Det siger ikke, at noget er ændret. | Nothing was checked. It does not say that anything was changed.
long newer_format | Dette kontrolprogram kender ikke den udgave. Det siger ikke, at noget er ændret. Brug et nyere kontrolprogram. | This verifier does not know that version. It does not say that anything was changed. Use a newer verifier.
long findings | Hvad det er, og hvor, står under "Fund". | What it is, and where, stands under "Findings".
long withheld | Punkter i loggen, der ikke er vist: ENTRIES. Dele, der ikke er vist i de andre punkter: PARTS. | Entries of the log that are not shown: ENTRIES. Parts that are not shown in the others: PARTS.
long without_file | Bilag, hvis fil ikke er med i denne pakke: | Exhibits (Bilag) whose file is not in this package:
long limits | Kontrollen siger ikke, om opslaget var sandt, hvem der skrev det, eller om computerens ur gik rigtigt. | The check does not say whether the post was true, who wrote it, or whether the computer'\''s clock was right.
'

{
    printf '%s' "$TEXTS"
    echo REPORT
    printf '%s' "$report"
} | NAME="$name" awk -v lang="$lang" -v form="$form" '
    function say(key) { return text[key] }
    !in_report && $0 == "REPORT" { in_report = 1; FS = "\t"; next }
    !in_report {
        if (split($0, column, / \| /) == 3) text[column[1]] = lang == "da" ? column[2] : column[3]
        next
    }
    $0 == "" { next }
    {
        split($0, f, "\t")
        if (f[1] == "C") { count[f[2]] += f[3]; tried[f[2]] = 1 }
        if (f[1] == "R") { receipts++; r_seq[receipts] = f[2]; r_code[receipts] = f[3]; r_letters[receipts] = f[4] }
        if (f[1] == "U") unseen[f[2]] = 1
        if (f[1] == "W") without = without (without == "" ? "" : ", ") f[2]
        if (f[1] == "M") { matched = 1; m_seq = f[2]; m_last = f[3] }
        if (f[1] == "N") { read = 1; n_entries = f[2]; n_parts = f[3] }
        if (f[1] == "F") { findings++; row[findings] = $0; failed[f[2]] = 1; level(f[4]) }
    }
    function level(word,  n) {
        n = index("CONSISTENT    NOT CONFIRMED INCOMPLETE    ALTERED       UNREADABLE", word)
        n = (n - 1) / 14
        if (n > worst) worst = n
    }
    END {
        split("CONSISTENT,NOT CONFIRMED,INCOMPLETE,ALTERED,UNREADABLE", verdicts, ",")
        verdict = verdicts[worst + 1]
        print say("word head") " " ENVIRON["NAME"] "\n"
        n = split("structure packing system_files folder_name bag files ledger commitments chain times erasures dossier exhibits originals extras sizes witness" \
            " expected_receipt verifier printed_receipt timestamps", checks, " ")
        for (i = 1; i <= n; i++) {
            c = checks[i]
            s = c in failed ? "failed" : c in tried ? "passed" : "not_checked"
            what = c == "erasures" && s == "passed" && !count[c] ? "word none" : "check " c
            line = "  [" c "] " say("state " (s == "failed" && index(" packing system_files folder_name times ", " " c " ") ? "noted" : s)) ": " say(what)
            if (s == "not_checked")
                line = line " (" say("reason " (c in unseen ? "unseen" : c == "extras" && form == 1 ? "none" : ("reason " c) in text ? c : "other")) ")"
            else if (count[c]) line = line " (" count[c] ")"
            print line
        }
        if (without != "") print "\n" say("long without_file") " " without
        if (read) {
            line = say("long withheld"); sub(/ENTRIES/, n_entries, line); sub(/PARTS/, n_parts, line)
            print "\n" line
        }
        if (findings) print "\n" say("word findings") " (" findings "):"
        for (i = 1; i <= findings; i++) {
            split(row[i], f, "\t")
            who = f[6] == "" ? "" : say("word exhibit") " " f[6]
            if (f[5] != "") who = who (who == "" ? "" : ", ") say("word entry") " " f[5]
            if (f[7] != "") who = who (who == "" ? "" : ", ") f[7]
            print "  - [" f[3] "] " (who == "" ? say("word package") : who) ": " say("finding " f[3])
            if (f[8] != "") print "      " say("word expected") " " f[8]
            if (f[9] != "") print "      " say("word found") " " f[9]
        }
        print ""
        for (i = 1; i <= receipts; i++)
            print say(i < receipts ? "word printed" : "word latest") " " r_code[i] " /" r_seq[i] " " r_letters[i]
        if (verdict != "CONSISTENT") matched = 0
        word = matched && m_seq != m_last ? "EARLIER" : verdict
        split(row[1], f, "\t")
        if (f[3] == "not_a_package" || f[3] == "newer_format") word = f[3]
        print "\n" say("word result") " " say("verdict " word) " (" verdict ")"
        if (matched) {
            line = say(m_seq == m_last ? "long matched_last" : "long matched_earlier") "\\n" say("long not_covered")
            gsub(/SEQ/, m_seq, line); gsub(/LAST/, m_last, line)
        } else line = say(("long " word) in text ? "long " word : "long findings")
        gsub(/\\n/, "\n", line)
        print line
        line = say("long limits"); gsub(/\\n/, "\n", line)
        print line
        exit worst == 4 ? 3 : worst ? 1 : 0
    }'
