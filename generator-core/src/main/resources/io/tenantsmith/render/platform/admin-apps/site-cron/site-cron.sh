#!/bin/sh
# Lets every site do what is due: asks its wp-cron.php every five minutes, at the site's own minute of five.
#
#   site-cron.sh                  for ever
#   site-cron.sh now [NAMESPACE]  all sites, or one, at once; fails if one fails
#   site-cron.sh alive            whether the loop goes round
#   site-cron.sh ready            whether at least half of the sites answered when they were last asked
#
# A sidecar writes a file for each site: its minute, its namespace and its host on one line. One curl asks all sites of a minute, so
# that none of them waits for another. A site that is still at work after a minute is left alone: it goes on by itself.
set -u
sites=${SITES:-/etc/sites}
state=${STATE:-/run/site-cron}
# What follows the namespace in a site's address.
service=${SERVICE:-.svc:8081}
# Seconds of a minute; a test has less time.
minute=${MINUTE:-60}
parallel=100
# Less than the five minutes after which the same sites are asked again: no site is ever asked twice at a time.
patience=$((minute * 4))

say() {
    echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $*"
}

# Whole lines only: another program may be writing.
all_sites() {
    grep -hE '^[0-4] [^ ]+ [^ ]+$' "$sites"/*.site 2>/dev/null
}

# requests TURN NAMESPACE: what curl is to do, for the sites of one minute of five, or of a namespace; "any" is all
requests() {
    all_sites | awk -v turn="$1" -v wanted="$2" -v service="$service" -v seconds="$minute" '
        (turn == "any" || turn == $1) && (wanted == "any" || wanted == $2) {
            if (n++) print "next"
            print "url = \"http://wordpress." $2 service "/wp-cron.php?doing_wp_cron\""
            print "header = \"Host: " $3 "\""
            print "user-agent = \"site-cron\""
            print "output = \"/dev/null\""
            print "proto = \"=http\""
            print "connect-timeout = 5"
            print "max-time = " seconds
            print "write-out = \"" $2 " %{http_code} %{exitcode} %{time_connect} %{errormsg}\\n\""
        }'
}

# judge ASKED: reads a line for each site, tells of each that failed, and sums up in the last line: asked, answered
judge() {
    awk -v asked="$1" '
        NF < 4 { next }
        { told++ }
        $2 == 200 { answered++; next }
        # Connected, and no answer in time: the site is at work.
        $3 == 28 && $4 > 0 { answered++; print "still at work: " $1; next }
        { why = $0; sub(/^[^ ]+ [^ ]+ [^ ]+ [^ ]+ ?/, "", why); print "failed: " $1 ", status " $2 (why == "" ? "" : ", " why) }
        END {
            if (told < asked) print "failed: " asked - told " sites that there was no time for"
            print asked, answered + 0
        }'
}

# round NAME TURN NAMESPACE: asks, tells, and leaves the sum in the file NAME.result
round() {
    requests "$2" "$3" >"$state/$1.requests"
    asked=$(grep -c '^url' "$state/$1.requests")
    if [ "$asked" -gt 0 ]; then
        timeout "$patience" curl --silent --parallel --parallel-immediate --parallel-max "$parallel" --config "$state/$1.requests" 2>/dev/null
    fi | judge "$asked" >"$state/$1.told"
    sed '$d' "$state/$1.told" | while read -r line; do say "$line"; done
    tail -n 1 "$state/$1.told" >"$state/$1.sum"
    read -r asked answered <"$state/$1.sum"
    say "asked $asked sites, $answered answered"
    mv "$state/$1.sum" "$state/$1.result"
    rm -f "$state/$1.requests" "$state/$1.told" "$state/$1.running"
}

# younger FILE SECONDS
younger() {
    [ -e "$1" ] && [ $(($(date +%s) - $(date -r "$1" +%s))) -lt "$2" ]
}

ready() {
    all=0 good=0
    for turn in 0 1 2 3 4; do
        if younger "$state/$turn.result" $((minute * 15)); then
            read -r asked answered <"$state/$turn.result"
            all=$((all + asked)) good=$((good + answered))
        fi
    done
    [ $((good * 2)) -ge "$all" ]
}

forever() {
    rm -f "$state"/*
    # The first process of a container takes all others along; the sites go on.
    trap 'say "told to stop"; exit 0' TERM INT
    say "$(all_sites | wc -l) sites are asked every five minutes"
    while :; do
        : >"$state/beat"
        sleep $((minute - $(date +%s) % minute)) &
        wait $!
        turn=$(($(date +%s) / minute % 5))
        if [ -e "$state/$turn.running" ]; then
            say "failed: the last round of these sites is not over"
        else
            : >"$state/$turn.running"
            round "$turn" "$turn" any &
        fi
    done
}

case ${1-} in
    "") forever ;;
    now)
        round "now-$$" any "${2-any}"
        read -r asked answered <"$state/now-$$.result"
        rm -f "$state/now-$$.result"
        [ "$asked" -gt 0 ] && [ "$asked" = "$answered" ]
        ;;
    alive) younger "$state/beat" $((minute * 5 / 2)) ;;
    ready) ready ;;
    *)
        echo "usage: site-cron.sh [now [NAMESPACE] | alive | ready]" >&2
        exit 2
        ;;
esac
