#!/bin/sh
# Becomes workerd, after noting which process that will be: when the service is killed outright, its workerd lives on and
# holds the port, and the next start on the same DATA_DIR must find exactly this process. Lines of the note: process id,
# when it started. Many sockets need many file descriptors, so the limit is raised as far as the system allows.
if [ -r "/proc/$$/stat" ]; then started=$(cut -d ' ' -f 22 "/proc/$$/stat"); else started=$(LC_ALL=C ps -o lstart= -p "$$"); fi
printf '%s\n%s\n' "$$" "$started" >"$HANDUPP_WORKERD_NOTE"
ulimit -n "$(ulimit -H -n)" 2>/dev/null
exec "$HANDUPP_WORKERD" "$@"
