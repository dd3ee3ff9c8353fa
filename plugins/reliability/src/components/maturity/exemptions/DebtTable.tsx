import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { WaiverDebtResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { plainTable } from '../plainTable';
import { ScrollRegion } from '../ScrollRegion';
import { percentText } from './percentText';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 860,
    '& .number': {
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
    '& tbody th, & tbody td': { verticalAlign: 'baseline' },
    '& tfoot th, & tfoot td': { fontWeight: 600, borderBottom: 0 },
    '& small': {
      display: 'block',
      color: theme.palette.text.secondary,
      fontWeight: 'normal',
    },
  },
}));

const columns = [
  'exemptions',
  'services',
  'weight',
  'age',
  'oldest',
  'renewals',
  'expiring',
  'incidents',
  'spent',
] as const;

type Debt = WaiverDebtResponse['total'];

/** The figures of one team. */
function Figures({ debt }: { debt: Debt }) {
  const { t } = useTranslation();
  const days = (count: number | null) =>
    count === null
      ? t('exemptions.debt.unknown')
      : t('exemptions.debt.days', { count });
  return (
    <>
      <td className="number">{debt.exemptions}</td>
      <td className="number">{debt.services}</td>
      <td className="number">{debt.weight}</td>
      <td className="number">
        {days(debt.medianAgeDays)}
        {debt.undated > 0 && debt.medianAgeDays !== null && (
          <small>{t('exemptions.debt.undated', { count: debt.undated })}</small>
        )}
      </td>
      <td className="number">{days(debt.oldestAgeDays)}</td>
      <td className="number">{debt.renewals}</td>
      <td className="number">{debt.expiring}</td>
      <td className="number">{debt.incidents}</td>
      <td className="number">
        {debt.budgetShare === null
          ? t('exemptions.debt.notMeasured')
          : percentText(debt.budgetShare)}
        {debt.budgetShare !== null && debt.unmeasured > 0 && (
          <small>
            {t('exemptions.debt.partly', { count: debt.unmeasured })}
          </small>
        )}
      </td>
    </>
  );
}

/** What each team owes, the heaviest first. */
export function DebtTable(props: {
  items: WaiverDebtResponse['items'];
  total: Debt;
  onChoose: (team: string) => void;
}) {
  const { items, total, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const label = t('exemptions.debt.table');
  return (
    <ScrollRegion label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('exemptions.debt.team')}</th>
            {columns.map(column => (
              <th key={column} scope="col" className="number">
                {t(`exemptions.debt.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ owner, ...debt }) => (
            <tr key={owner ?? ''}>
              <th scope="row">
                {owner ? (
                  <SmallButton quiet onClick={() => onChoose(owner)}>
                    <EntityDisplayName entityRef={owner} hideIcon />
                  </SmallButton>
                ) : (
                  t('exemptions.debt.noTeam')
                )}
              </th>
              <Figures debt={debt} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('exemptions.debt.total')}</th>
            <Figures debt={total} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
