import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useOncallMirror } from '../../../../hooks/oncall/useOncallMirror';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { ChoiceField } from '../../../common';
import { Section } from '../../../maturity/Section';
import { MirrorComparison } from './MirrorComparison';

const useStyles = makeStyles(theme => ({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    marginTop: theme.spacing(2),
  },
}));

/** Two accounts compared, for those who move from one to the other. Asked for only where there are two. */
export function MirrorSection(
  props: Pick<ServiceOncallResponse, 'entityRef' | 'mirrors'>,
) {
  const { entityRef, mirrors } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [left, setLeft] = useState(mirrors[0]);
  const [right, setRight] = useState(mirrors[1]);
  const state = useOncallMirror(entityRef, left, right);
  const choices = mirrors.map(name => ({ id: name, title: name }));
  const others = (name: string) => choices.filter(({ id }) => id !== name);
  return (
    <Section title={t('oncall.mirror.title')}>
      <Typography variant="body2">{t('oncall.mirror.intro')}</Typography>
      {mirrors.length > 2 && (
        <div className={classes.choices}>
          <ChoiceField
            label={t('oncall.mirror.left')}
            choices={others(right)}
            chosen={left}
            onChoose={setLeft}
          />
          <ChoiceField
            label={t('oncall.mirror.right')}
            choices={others(left)}
            chosen={right}
            onChoose={setRight}
          />
        </div>
      )}
      <Async state={state} dense>
        {value => <MirrorComparison value={value} />}
      </Async>
    </Section>
  );
}
