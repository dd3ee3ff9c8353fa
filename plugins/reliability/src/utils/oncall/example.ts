/** Names a rotation in the catalog. */
export const EXAMPLE_ANNOTATION = `metadata:
  annotations:
    plimsoll.dev/oncall: pagerduty:schedule:P1A2B3C
`;

/** Other values that the annotation can have, each with what it stands for. */
export const EXAMPLE_FORMS = `pagerduty:escalation:PXYZ789
ical:feed:payments
static:rota:payments
static:group:default/payments
# several:
pagerduty:schedule:P1A2B3C,ical:feed:payments
`;
