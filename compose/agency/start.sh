#!/bin/sh
# Plays the agency of docker-compose.yml: an SFTP server for one user with one key, in the folder that is named first.
# Nothing secret is shipped: the server's key and the user's are made at the first start. What the user needs, its key and
# the server's fingerprint, lies in access/. Further arguments go to sshd.
set -eu
cd "$1"
shift
umask 077
mkdir -p inbox access
[ -f host ] || ssh-keygen -q -t ecdsa -N '' -C agency -f host
[ -f access/key ] || ssh-keygen -q -t ecdsa -N '' -C forfall -f access/key
fingerprint=$(ssh-keygen -lf host.pub | cut -d ' ' -f 2)
echo "forfall.agency.sftp.fingerprint=$fingerprint" > access/agency.properties

exec /usr/sbin/sshd -D -e -f /dev/null "$@" \
  -o PidFile=none \
  -o "HostKey=$PWD/host" \
  -o "AuthorizedKeysFile=$PWD/access/key.pub" \
  -o AuthenticationMethods=publickey \
  -o DisableForwarding=yes \
  -o PermitTTY=no \
  -o "Subsystem=sftp internal-sftp" \
  -o "ForceCommand=internal-sftp -d $PWD"
