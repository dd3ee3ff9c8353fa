import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionItem,
  ListExemptionsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { OutcomeMark, TierChip } from '../../common';
import { ExemptionActions } from './ExemptionActions';
import { ExemptionFacts } from './ExemptionFacts';
import { ExemptionStateMark } from './ExemptionStateMark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.5, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  text: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
    alignContent: 'start',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
  },
  service: { fontWeight: 600 },
  reason: { maxWidth: '80ch', whiteSpace: 'pre-line' },
}));

/** One exemption: of what, why, until when, and what the reader may do with it. */
export function ExemptionRow(props: {
  exemption: ExemptionItem;
  rules: ListExemptionsResponse['rules'];
  onChanged: (sentence: string) => void;
}) {
  const { exemption, rules, onChanged } = props;
  const { service, check, scorecard, state } = exemption;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <li className={classes.root}>
      <div className={classes.text}>
        <div className={classes.line}>
          <span className={classes.service}>
            <EntityRefLink
              entityRef={service.entityRef}
              title={service.title}
              hideIcon
            />
          </span>
          <span>
            {t('exemptions.row.check', {
              check: check.title,
              scorecard: scorecard.title,
            })}
          </span>
          <TierChip tier={service.tier} />
          <ExemptionStateMark exemption={exemption} />
          {state === 'requested' && check.outcome && (
            <span className={classes.line}>
              {t('exemptions.row.outcome')}
              <OutcomeMark outcome={check.outcome} />
            </span>
          )}
        </div>
        <div className={classes.reason}>{exemption.reason}</div>
        <ExemptionFacts exemption={exemption} />
        {exemption.note && (
          <div>{t('exemptions.row.note', { note: exemption.note })}</div>
        )}
      </div>
      <ExemptionActions
        exemption={exemption}
        rules={rules}
        onChanged={onChanged}
      />
    </li>
  );
}
