import { Link } from '@backstage/core-components';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import PostmortemIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import ServiceIcon from '@material-ui/icons/AssessmentOutlined';
import IncidentIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start' },
  text: { overflowWrap: 'anywhere' },
  // A postmortem is found by all of its text; the first lines tell which one it is.
  excerpt: {
    display: '-webkit-box',
    overflow: 'hidden',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
  },
});

/** @public */
export interface ReliabilitySearchResultListItemProps {
  /** Instead of the usual one. */
  icon?: ReactNode;
  /** What was found; absent while it is not known. */
  result?: SearchDocument;
  highlight?: ResultHighlight;
  rank?: number;
}

const icons = {
  incident: IncidentIcon,
  postmortem: PostmortemIcon,
  service: ServiceIcon,
};

/** What documents of incidents and postmortems tell beside title and text; each may be absent. */
const told = ['reference', 'severity', 'status', 'serviceTitle'] as const;

const wordOf = (document: SearchDocument, name: string) => {
  const value = (document as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' && value ? value : undefined;
};

const isKind = (kind?: string): kind is keyof typeof icons =>
  kind !== undefined && Object.hasOwn(icons, kind);

/** One service, incident or postmortem among the results of a search. @public */
export function ReliabilitySearchResultListItem(
  props: ReliabilitySearchResultListItemProps,
) {
  const { icon, result, highlight } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (!result) return null;
  const known = wordOf(result, 'kind');
  const kind = isKind(known) ? known : 'incident';
  const Icon = icons[kind];
  const field = (name: 'title' | 'text') =>
    highlight?.fields[name] ? (
      <HighlightedSearchResultText
        text={highlight.fields[name]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[name]
    );
  return (
    <div className={classes.root}>
      <ListItemIcon>{icon ?? <Icon aria-hidden="true" />}</ListItemIcon>
      <div>
        <ListItemText
          className={classes.text}
          primaryTypographyProps={{ variant: 'h6', component: 'div' }}
          primary={
            <Link noTrack to={result.location}>
              {field('title')}
            </Link>
          }
          // Results lie on the page's own ground, where secondary is below 4.5:1.
          secondaryTypographyProps={{
            color: 'textPrimary',
            className: classes.excerpt,
          }}
          secondary={field('text')}
        />
        <Typography variant="body2">
          {[
            t(`incidentAdmin.search.${kind}`),
            ...told.map(name => wordOf(result, name)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </div>
    </div>
  );
}
