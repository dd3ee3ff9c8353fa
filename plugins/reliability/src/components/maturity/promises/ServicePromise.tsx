import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServicePromiseResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { TimeAgo } from '../../common';
import { Section } from '../Section';
import { BorrowedBurn } from './BorrowedBurn';
import { InversionList } from './InversionList';
import { PromiseArithmetic } from './PromiseArithmetic';
import { PromiseSentence } from './PromiseSentence';
import { ProposalText } from './ProposalText';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
  },
  title: { fontWeight: 600 },
}));

function Part(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.part}>
      <Typography variant="subtitle2" component="h3" className={classes.title}>
        {props.title}
      </Typography>
      {props.children}
    </div>
  );
}

function Standing({ value }: { value: ServicePromiseResponse }) {
  const { service, promise, inversions, hiddenInversions, proposal } = value;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <div className={classes.part}>
        <PromiseSentence promise={promise} />
        <PromiseArithmetic service={service.title} promise={promise} />
      </div>
      <Part title={t('promises.burn.title')}>
        <BorrowedBurn burn={value.burn} />
      </Part>
      {inversions.length + hiddenInversions > 0 && (
        <Part title={t('promises.inversion.title')}>
          <InversionList item={value} />
        </Part>
      )}
      {proposal && (
        <Part title={t('promises.proposal.title')}>
          <ProposalText proposal={proposal} />
        </Part>
      )}
      <Typography variant="caption" color="textSecondary">
        {t('promises.computed')} <TimeAgo at={value.computedAt} />
      </Typography>
    </div>
  );
}

/** What a service promises, whether its dependencies allow it, and what burnt because of them. */
export function ServicePromise({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const state = useRoute('getServicePromise', { entityRef });
  return (
    <Section title={t('promises.promise.service')}>
      <Async state={state} dense>
        {value => <Standing value={value} />}
      </Async>
    </Section>
  );
}
