export const USAGE = `Usage: plimsoll-gate <service> [options]

Asks Plimsoll whether a service may take more change now, and records the answer.
<service> is an entity reference such as component:default/pay; pay alone means the same.

  --url <address>        of the backend of the portal; or PLIMSOLL_URL
  --token <token>        better PLIMSOLL_TOKEN, which no list of processes shows
  --change <kind>        deploy, rollback, security-fix, or what your policies name
  --ref <text>           what is changed: a commit or a version
  --link <address>       of this run of the pipeline
  --key <text>           the same key again answers what was recorded, and records nothing
  --override <reason>    go on although held; needs the permission reliability.gate.waive
  --fail-on <decision>   hold (default), warn or never
  --on-error <what>      fail (default) or pass: where the portal is down or too slow
  --timeout <duration>   100ms to 10m, 10s by default
  --json                 one JSON document instead of text
  --help, --version

In GitHub Actions, GitLab CI and Jenkins --ref and --link come from the environment. An empty value counts as
not given.

Exit codes: 0 go on, 1 held, 2 wrong usage, 3 not known.`;
