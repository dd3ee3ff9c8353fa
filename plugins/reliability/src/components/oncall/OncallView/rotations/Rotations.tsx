import { makeStyles } from '@material-ui/core/styles';
import type { ServiceRotationItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Section } from '../../../maturity/Section';
import { RotationDetails } from './RotationDetails';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** Where all this comes from. */
export function Rotations(props: {
  rotations: readonly ServiceRotationItem[];
}) {
  const { rotations } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const title = t('oncall.rotations.title', { count: rotations.length });
  return (
    <Section title={title}>
      <ul className={classes.list} aria-label={title}>
        {rotations.map(rotation => (
          <RotationDetails
            key={`${rotation.id} ${rotation.annotation}`}
            rotation={rotation}
          />
        ))}
      </ul>
    </Section>
  );
}
