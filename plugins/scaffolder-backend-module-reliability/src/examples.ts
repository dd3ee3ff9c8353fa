/** How the action stands in templates. */
export const gateExamples = [
  {
    description: 'Stop the template where the service must not change now',
    example: `steps:
  - id: gate
    name: May it change?
    action: plimsoll:gate
    input:
      entityRef: \${{ parameters.service }}
      change: deploy
`,
  },
  {
    description: 'Go on although held, with the reason that somebody gives',
    example: `steps:
  - id: gate
    name: May it change?
    action: plimsoll:gate
    input:
      entityRef: \${{ parameters.service }}
      override: \${{ parameters.reason }}
`,
  },
  {
    description: 'Only ask, and let a later step decide',
    example: `steps:
  - id: gate
    name: May it change?
    action: plimsoll:gate
    input:
      entityRef: \${{ parameters.service }}
      failOn: never
  - id: release
    name: Release
    if: \${{ steps.gate.output.decision === 'allow' }}
    action: debug:log
    input:
      message: Released
`,
  },
];
