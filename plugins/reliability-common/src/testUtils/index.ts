export * from './facts';
export * from './scorecards';
export * from './given';
export * from './seeded';
export * from './world';
export * from './rubrics';
export * from './issues';
export * from './checklists';
