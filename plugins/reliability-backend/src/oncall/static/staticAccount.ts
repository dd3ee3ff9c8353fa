/** Name and type of the account that is always there. */
export const STATIC_ACCOUNT = 'static';
