import { makeStyles } from '@material-ui/core/styles';
import {
  isOpen,
  stampNames,
  type IncidentStamps,
  type IncidentStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { Detail, Details } from '../../common';
import { Moment } from './Moment';
import { ProvenanceMark } from './ProvenanceMark';

const useStyles = makeStyles(theme => ({
  stamp: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
  missing: { color: theme.palette.text.secondary, fontStyle: 'italic' },
}));

/** Every stamp with who says so; those that nobody recorded are named as missing. */
export function StampList(props: {
  stamps: IncidentStamps;
  status: IncidentStatus;
}) {
  const { stamps, status } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const last = stampNames.findLastIndex(name => stamps[name]);
  return (
    <Details>
      {stampNames.map((name, index) => {
        const stamp = stamps[name];
        // What may still come is not missing.
        const toCome = isOpen(status) && index > last;
        return (
          <Detail key={name} label={t(`incident.stamp.${name}`)}>
            {stamp ? (
              <span className={classes.stamp}>
                <Moment at={stamp.at} />
                <ProvenanceMark from={stamp.from} />
              </span>
            ) : (
              <span className={classes.missing}>
                {t(
                  toCome ? 'incident.stamps.notYet' : 'incident.stamps.missing',
                )}
              </span>
            )}
          </Detail>
        );
      })}
    </Details>
  );
}
