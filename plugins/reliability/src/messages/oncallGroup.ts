/** On-call of a group, and of the reader. */
export const oncallGroup = {
  title: 'On-call of its services',
  all: 'Its services in the directory of on-call',
  empty: 'Its services use no rotation',
  emptyText_one:
    'It owns {{count, number}} service. Name a rotation in an annotation of this group, and all its services use it.',
  emptyText_other:
    'It owns {{count, number}} services. Name a rotation in an annotation of this group, and all of them use it.',
  noServices: 'Owns no services, so nobody has to be on call for them.',
  rotations: 'Rotations',
  without_one: '{{count, number}} service has no rotation.',
  without_other: '{{count, number}} services have no rotation.',
  load: {
    title: 'Who carries it',
    caption: 'Load per person, {{from}} to {{to}}',
    person: 'Person',
    hours: 'Hours',
    share: 'Share',
    nights: 'Nights',
    weekends: 'Weekends',
    longest: 'Longest',
    longestHelp: 'The longest time without an hour off',
    help: 'Nights are 22:00–08:00, weekends Saturday and Sunday, in the zone of the rotation.',
    alone: 'The pager of this group rests on {{name}} alone.',
    most: '{{name}} carries {{share}} % of the hours.',
    even_one: '{{count, number}} person carries it.',
    even_other:
      '{{count, number}} people share it; nobody carries more than half.',
    none: 'Nobody has a shift in this time.',
  },
  findings: 'What is doubtful',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  my: {
    now: 'You are on call now',
    notNow: 'You are not on call now.',
    next: 'Next',
    nothing: 'You are not on call, now or soon',
    nothingText:
      'No rotation that a service uses has a shift of yours in the time that is known.',
    unknown:
      'You are not in the catalog as a user, so your shifts cannot be found.',
    since: 'always',
    load: 'In the 28 days past and the 14 to come: {{hours}}, {{nights}} at night, {{weekends}} at weekends.',
    directory: 'Who is on call for what',
    shadow: 'shadowing',
  },
} as const;
