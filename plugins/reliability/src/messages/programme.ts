/** The lead's view: its parts. */
export const programme = {
  title: 'Programme',
  tabs: 'Parts of the programme',
  tab: {
    kpis: 'Overview',
    map: 'Map',
    teams: 'Teams',
    changes: 'What changed',
    campaigns: 'Campaigns',
    exemptions: 'Exemptions',
    risks: 'Risks',
    preview: 'What if',
    tiers: 'Tiers',
    gate: 'Load line',
    packet: 'Monthly review',
  },
} as const;
