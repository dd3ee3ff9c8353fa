import { JiraCredentials } from './config';

/** The header that lets in: of an account with its token, or of OAuth. */
export const authorization = ({
  email,
  apiToken,
  bearerToken,
}: JiraCredentials): string =>
  bearerToken
    ? `Bearer ${bearerToken}`
    : `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}`;
