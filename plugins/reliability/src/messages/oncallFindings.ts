/** What is doubtful about on-call: its name, what was found, and what to do about it. */
export const oncallFindings = {
  title: 'What is doubtful',
  none: 'Nothing is doubtful: who is on call is known, enough people share it, and they belong to the owner.',
  noneKnown: 'Nothing else is doubtful.',
  fix: 'What to do',
  severity: { error: 'Serious', warning: 'Doubtful', info: 'To know' },
  name: {
    'no-rotation': 'No rotation',
    'members-only': 'Members only, nobody planned',
    'rotation-missing': 'Rotation not at the provider',
    'rotation-stale': 'Rotation out of date',
    'nobody-now': 'Nobody on call now',
    gap: 'Gap within 14 days',
    'single-person': 'Rests on one person',
    'too-few': 'Too few people',
    'too-few-levels': 'Too few levels',
    'owner-differs': 'On-call team is not the owner',
    'person-outside-owner': 'People of other teams',
    'person-unknown': 'People not in the catalog',
    'person-left': 'People who left',
  },
  evidence: {
    'no-rotation':
      'No annotation of the service, its owner or its system names a rotation that can be read.',
    'members-only':
      'All that is known are the members of a group; nobody is planned.',
    'rotation-missing':
      '{{rotation}} is named in an annotation, and the provider does not have it.',
    'rotation-stale':
      '{{rotation}} could not be read for too long. What it says counts no more.',
    'nobody-now': 'There is a rotation, and nobody is on it now at any level.',
    gap: 'Nobody can be paged for {{hours}} of the next 14 days; the first time is {{when}}. The tier wants {{coverage}}.',
    gapBare:
      'Nobody can be paged for some of the next 14 days that the tier wants covered.',
    'single-person':
      '{{people}} carries all of it. Nobody takes over at illness or leave.',
    'single-personBare':
      'One person carries all of it. Nobody takes over at illness or leave.',
    'too-few': 'Shared by {{found}}; the tier wants at least {{wanted}}.',
    'too-few-levels': '{{found}}; the tier wants at least {{wanted}}.',
    'owner-differs':
      '{{inside}} of the {{known}} people on call whom the catalog knows belong to {{owner}}, the owner of the service.',
    team: 'Their team at the provider is {{team}}.',
    nobodyUntil: 'That lasts until {{time}}.',
    staleSince:
      '{{rotation}} was last read {{time}}. What it says counts no more.',
    'person-outside-owner':
      '{{people}}: not in {{owner}} nor in a group below it.',
    'person-unknown':
      '{{people}}: no user of the catalog has their e-mail address.',
    'person-left':
      '{{people}}: not in the catalog any more, or gone by what the provider says.',
  },
  people_one: '{{count, number}} person',
  people_other: '{{count, number}} people',
  levels_one: '{{count, number}} level',
  levels_other: '{{count, number}} levels',
  theOwner: 'the owner',
  rotation: 'A rotation',
  todo: {
    'no-rotation':
      'Name the rotation in the annotation plimsoll.dev/oncall, as shown below.',
    'members-only':
      'Plan a rotation at a provider or in the configuration, and name it in plimsoll.dev/oncall.',
    'rotation-missing':
      'Correct the id in the annotation, or remove it if the rotation was deleted at the provider.',
    'rotation-stale':
      'Look at the error of the rotation below. Often a token has expired or lacks a right.',
    'nobody-now':
      'Put somebody on the rotation now, with an override at the provider.',
    gap: 'Fill the gap at the provider, with an override or a shift, before it begins.',
    'single-person': 'Add a second person to the rotation.',
    'too-few':
      'Add people to the rotation, or share one with a neighbouring team.',
    'too-few-levels':
      'Add a level to the escalation policy, for when the first does not answer.',
    'owner-differs':
      'Correct spec.owner in the catalog, or name the rotation of the owner.',
    'person-outside-owner':
      'Add them to the group in the catalog, or take them off the rotation.',
    'person-unknown':
      'Add them to the catalog, or use the same e-mail address in both places.',
    'person-left': 'Take them off the rotation; a page to them reaches nobody.',
  },
} as const;
