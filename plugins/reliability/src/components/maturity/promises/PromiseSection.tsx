import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PromiseItem,
  PromisesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { useMorePages } from '../../../hooks/useMorePages';
import { useCall } from '../../../hooks/useCall';
import { useTranslation } from '../../../hooks/useTranslation';
import { CountFilter, ExportButton } from '../../common';
import { Section } from '../Section';
import { PromiseArithmetic } from './PromiseArithmetic';
import { PromiseList } from './PromiseList';
import { PromiseSentence } from './PromiseSentence';
import { PromiseVerdictMark } from './PromiseVerdictMark';
import {
  promiseFilterOf,
  promiseVerdicts,
  type PromiseAddress,
} from './promiseAddress';
import { ServiceLine } from './ServiceLine';

const useStyles = makeStyles(theme => ({
  help: { maxWidth: '80ch', marginBottom: theme.spacing(1) },
  filter: { marginBottom: theme.spacing(1) },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
  },
  how: {
    '& summary': { cursor: 'pointer', width: 'fit-content' },
    '&[open] summary': { marginBottom: theme.spacing(1) },
  },
}));

const PAGE = 20;

function PromiseRow({ item }: { item: PromiseItem }) {
  const { service, promise } = item;
  const classes = useStyles();
  const { t } = useTranslation();
  const count =
    promise.dependencies.length +
    promise.hiddenDependencies +
    promise.softDependencies;
  return (
    <div className={classes.row}>
      <ServiceLine service={service} />
      <PromiseSentence promise={promise} />
      {count > 0 && (
        <details className={classes.how}>
          <summary
            aria-label={t('promises.promise.howLabel', {
              service: service.title,
            })}
          >
            {t('promises.promise.how')}
          </summary>
          <PromiseArithmetic service={service.title} promise={promise} />
        </details>
      )}
    </div>
  );
}

/** What services promise against what their dependencies allow, the worst first. */
export function PromiseSection({ address }: { address: PromiseAddress }) {
  const { params, change } = address;
  const { verdict } = params;
  const classes = useStyles();
  const call = useCall();
  const { t } = useTranslation();
  const query = {
    ...promiseFilterOf(params),
    ...(verdict.length > 0 && { verdict }),
  };
  const key = JSON.stringify(query);
  const load = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      call(
        'listPromises',
        { query: { ...JSON.parse(key), limit: PAGE, cursor } },
        { signal },
      ),
    [call, key],
  );
  const pages = useMorePages<PromiseItem, PromisesResponse>(load, 'promises');
  const { first } = pages;
  return (
    <Section
      title={t('promises.promise.title')}
      actions={
        <ExportButton route="listPromises" input={{ query }} name="promises" />
      }
    >
      <Typography variant="body2" className={classes.help}>
        {t('promises.promise.help')}
      </Typography>
      {first.kind === 'ready' && (
        <div className={classes.filter}>
          <CountFilter
            label={t('promises.promise.filter')}
            help={t('promises.promise.filterHelp')}
            values={promiseVerdicts}
            counts={first.value.counts}
            chosen={verdict}
            onChange={chosen => change({ verdict: chosen })}
            mark={each => <PromiseVerdictMark verdict={each} />}
          />
        </div>
      )}
      <PromiseList
        pages={pages}
        label={t('promises.promise.list')}
        none={t('promises.promise.none')}
        row={item => <PromiseRow item={item} />}
      />
    </Section>
  );
}
