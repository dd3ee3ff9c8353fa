import { Link } from '@backstage/core-components';
import { isHttpUrl } from '../../../utils/readiness/httpUrl';

/** A link that somebody wrote; what is no http(s) address stays a text. */
export function EvidenceLink(props: { title: string; url: string }) {
  const { title, url } = props;
  return isHttpUrl(url) ? (
    <Link to={url} target="_blank" rel="noopener noreferrer" underline="always">
      {title}
    </Link>
  ) : (
    <>
      {title} ({url})
    </>
  );
}
