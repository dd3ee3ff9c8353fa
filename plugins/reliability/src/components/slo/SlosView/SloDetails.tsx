import { makeStyles } from '@material-ui/core/styles';
import type { SloResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { headlineOf } from '../../../utils/slo/order';
import { BudgetTiles } from './budget/BudgetTiles';
import { BurnDown } from './budget/BurnDown';
import { SideBySide } from './budget/SideBySide';
import { Burns } from './burn/Burns';
import { Corrections } from './corrections/Corrections';
import { Sources } from './files/Sources';
import { BudgetLedger } from './ledger/BudgetLedger';
import { ObjectiveChoice } from './ObjectiveChoice';
import { PromiseText } from './PromiseText';
import { HowComputed } from './query/HowComputed';
import { StateNotices } from './StateNotices';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2.5),
  },
}));

export interface SloDetailsProps {
  slo: SloResponse;
  /** What the tier demands; parts per million. */
  tierTarget: number | null;
  onChanged: (slo: SloResponse) => void;
}

/** The last good values after a failure: what they came to then is not what holds now. */
const inDoubt = (slo: SloResponse): SloResponse =>
  slo.status === 'error'
    ? {
        ...slo,
        evaluations: slo.evaluations.map(each => ({
          ...each,
          status: 'error',
        })),
      }
    : slo;

/** All about one SLO: the promise, what is left, how fast it goes, and what the numbers rest on. */
export function SloDetails(props: SloDetailsProps) {
  const { tierTarget, onChanged } = props;
  const classes = useStyles();
  const slo = inDoubt(props.slo);
  const headline = headlineOf(slo);
  const [wanted, setWanted] = useState<string>();
  const shown = slo.evaluations.find(({ id }) => id === wanted) ?? headline;
  return (
    <div className={classes.root}>
      <PromiseText slo={slo} shown={shown} tierTarget={tierTarget} />
      <StateNotices slo={slo} />
      {shown && (
        <>
          <ObjectiveChoice slo={slo} chosen={shown.id} onChoose={setWanted} />
          <BudgetTiles objective={shown} />
          <BurnDown slo={slo} objective={shown} headline={shown === headline} />
          <Burns objective={shown} />
          <SideBySide objective={shown} />
        </>
      )}
      {shown && <BudgetLedger slo={slo} objective={shown} />}
      <Corrections slo={slo} objective={shown} onChanged={onChanged} />
      {shown && <HowComputed slo={slo} objective={shown} />}
      <Sources slo={slo} />
    </div>
  );
}
