import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PromiseDependencyItem,
  PromiseSummary,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { targetText } from '../../../utils/slo/numbers';
import { TierChip } from '../../common';
import { plainTable } from '../plainTable';
import { ScrollRegion } from '../ScrollRegion';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 560,
    '& .number': {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
    '& tfoot th, & tfoot td': { borderBottom: 0 },
    '& tfoot th': { fontWeight: 'normal' },
    '& tfoot tr:first-child > *': { fontWeight: 600 },
    '& tbody th, & tbody td': { verticalAlign: 'baseline' },
    '& small': { color: theme.palette.text.secondary },
  },
  soft: { marginTop: theme.spacing(1) },
}));

function DependencyRow({ dependency }: { dependency: PromiseDependencyItem }) {
  const { entityRef, title, tier, target, sloTitle, cyclic } = dependency;
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  const notes = [
    !dependency.isService && t('promises.promise.noService'),
    cyclic && t('promises.promise.cyclic'),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        {dependency.isService ? (
          <Link to={serviceLink(entityRef)}>{title}</Link>
        ) : (
          <EntityRefLink entityRef={entityRef} hideIcon />
        )}{' '}
        {notes.length > 0 && <small>({notes.join(', ')})</small>}
      </th>
      <td className="number">
        {target === null ? t('promises.promise.noSlo') : targetText(target)}
      </td>
      <td>{sloTitle ?? t('promises.promise.notInProduct')}</td>
      <td>{dependency.isService && <TierChip tier={tier} />}</td>
    </tr>
  );
}

function Totals({ promise }: { promise: PromiseSummary }) {
  const { allowed, reachable, promised, upperBound } = promise;
  const { t } = useTranslation();
  if (allowed === null) return null;
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {t(
            upperBound
              ? 'promises.promise.allowedBound'
              : 'promises.promise.allowed',
          )}
        </th>
        <td className="number">{targetText(allowed)}</td>
        <td colSpan={2} />
      </tr>
      {reachable !== null && (
        <tr>
          <th scope="row">
            {t('promises.promise.own', { target: targetText(promised ?? 0) })}
          </th>
          <td className="number">{targetText(reachable)}</td>
          <td colSpan={2} />
        </tr>
      )}
    </tfoot>
  );
}

/** Every target in the product, where it is from, and what comes of it. */
export function PromiseArithmetic(props: {
  service: string;
  promise: PromiseSummary;
}) {
  const { service, promise } = props;
  const { dependencies, hiddenDependencies, softDependencies } = promise;
  const classes = useStyles();
  const { t } = useTranslation();
  const label = t('promises.promise.table', { service });
  return (
    <>
      {dependencies.length + hiddenDependencies > 0 && (
        <ScrollRegion label={label}>
          <table className={classes.table} aria-label={label}>
            <thead>
              <tr>
                <th scope="col">{t('promises.promise.dependency')}</th>
                <th scope="col" className="number">
                  {t('promises.promise.target')}
                </th>
                <th scope="col">{t('promises.promise.source')}</th>
                <th scope="col">{t('promises.promise.tier')}</th>
              </tr>
            </thead>
            <tbody>
              {dependencies.map(dependency => (
                <DependencyRow
                  key={dependency.entityRef}
                  dependency={dependency}
                />
              ))}
              {hiddenDependencies > 0 && (
                <tr>
                  <th scope="row">
                    {t('promises.hidden', { count: hiddenDependencies })}
                  </th>
                  <td />
                  <td colSpan={2}>{t('promises.promise.hiddenTarget')}</td>
                </tr>
              )}
            </tbody>
            <Totals promise={promise} />
          </table>
        </ScrollRegion>
      )}
      {softDependencies > 0 && (
        <Typography variant="body2" className={classes.soft}>
          {t('promises.promise.soft', { count: softDependencies })}
        </Typography>
      )}
    </>
  );
}
