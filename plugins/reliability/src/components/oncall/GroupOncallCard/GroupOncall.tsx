import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  OncallPersonItem,
  OwnerOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SubSection } from '../../slo/SlosView/parts/SubSection';
import { HiddenNames, PeopleProvider } from '../common';
import { GroupFindings } from './GroupFindings';
import { GroupRotations } from './GroupRotations';
import { LoadTable } from './LoadTable';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    fontFamily: theme.typography.fontFamily,
  },
}));

/** Everybody in the answer once; those with the most hours first. */
function peopleOf({ load, rotations }: OwnerOncallResponse) {
  const all = [
    ...load.map(({ person }) => person),
    ...rotations.flatMap(({ levels }) =>
      levels.flatMap(({ people, next }) => [
        ...people,
        ...(next?.people ?? []),
      ]),
    ),
  ];
  return [
    ...new Map<string, OncallPersonItem>(
      all.map(person => [person.key, person]),
    ).values(),
  ];
}

/** Rotations, load and doubts of a group. */
export function GroupOncall({ value }: { value: OwnerOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <PeopleProvider people={peopleOf(value)}>
      <div className={classes.root}>
        {value.namesHidden && <HiddenNames />}
        <SubSection title={t('oncallGroup.rotations')}>
          <GroupRotations rotations={value.rotations} at={value.at} />
          {value.withoutRotation > 0 && (
            <Typography variant="body2">
              {t('oncallGroup.without', { count: value.withoutRotation })}
            </Typography>
          )}
        </SubSection>
        <SubSection title={t('oncallGroup.load.title')}>
          <LoadTable load={value.load} period={value.period} />
        </SubSection>
        {value.findings.length > 0 && (
          <SubSection title={t('oncallGroup.findings')}>
            <GroupFindings findings={value.findings} />
          </SubSection>
        )}
      </div>
    </PeopleProvider>
  );
}
