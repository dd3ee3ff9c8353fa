import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { statusColors } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(1.5),
    borderTop: `1px solid ${theme.palette.divider}`,
    '& > svg': { fontSize: 20, color: statusColors(theme).warn, flex: 'none' },
  },
  label: { fontWeight: 600, whiteSpace: 'nowrap' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '& li + li::before': { content: '"·"', margin: theme.spacing(0, 1) },
  },
}));

/** Why somebody should look at this service; problems of its data are among the reasons. */
export function AttentionList(props: {
  service: Pick<ServiceResponse, 'problems' | 'tier'>;
  report: Pick<Report, 'attention'>;
}) {
  const { service, report } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const reasons = [
    ...new Set([
      ...report.attention.map(({ text }) => text),
      ...service.problems,
    ]),
  ].filter(text => text !== service.tier.problem);
  if (reasons.length === 0) return null;
  return (
    <div className={classes.root}>
      <WarningIcon aria-hidden="true" />
      <Typography variant="body2" component="strong" className={classes.label}>
        {t('entity.header.attention')}
      </Typography>
      <ul className={classes.list}>
        {reasons.map(text => (
          <Typography key={text} variant="body2" component="li">
            {text}
          </Typography>
        ))}
      </ul>
    </div>
  );
}
