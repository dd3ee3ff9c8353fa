/** The path of the sub page of dossiers: the only one that is no tab. */
export const REVIEWS = 'reviews';
