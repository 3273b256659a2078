/** What a brief says, in Russian. */
import type { Wording } from '../../story/remark.ts';
import type { BriefKey } from './en.ts';

export const ru: Readonly<Record<BriefKey, Wording>> & Readonly<Record<string, Wording>> = {
  'overview': 'Обзор', 'changes': 'Перемены', 'precedents': 'Прецеденты', 'claims': 'Суждения бок о бок', 'ties': 'Постоянные связи', 'trends': 'Что пишут о ходе отношений', 'latest': 'Последние действия',
  'method': 'Как получены числа', 'sources': 'Источники', 'with': 'Отношения {party:with}', 'precedents.with': 'Прецеденты в отношениях {party:with}', 'period': '{from} – {to}', 'none': 'Нет.',

  'pair.none': 'За это время в летописи между ними ничего нет.',
  'pair.total': 'Между {a:ins} и {b:ins} – {happenings} (в текстах это {events}); сотрудничество {cooperation}; конфликт {conflict}; средний тон {mean}.',
  'pair.types': 'По видам: {list}.', 'type.n': '{type} – {count}',
  'chart.tone': '{title}: суммарный тон {by}', 'chart.happenings': '{title}: события {by}', 'unit.tone': 'сумма интенсивности по Голдстейну', 'unit.happenings': 'число событий', 'chart.gap': 'пробел – ничего не было', 'chart.dot': '· – ничего не было',
  'by.day': 'по дням', 'by.week': 'по неделям', 'by.month': 'по месяцам', 'by.quarter': 'по кварталам', 'by.year': 'по годам',

  'change': '{kind} с {day} (границы: {from} – {to}): {of} – с {before} до {after}; {strength}; событий до перемены {n}, после – {count}',
  'of.tone': 'средний тон', 'of.hostility': 'враждебные действия {step}', 'of.contact': 'события {step}', 'step.day': 'в день', 'step.week': 'в неделю', 'step.month': 'в месяц', 'step.quarter': 'в квартал', 'step.year': 'в год',
  'thin': 'Данных слишком мало: {why}.', 'thin.changes': 'О переменах данных слишком мало ({why}).', 'steady': 'Перемен, которые нельзя объяснить случаем, нет.',
  'now': '{what}: нынешнее состояние длится, скорее всего, с {since}; вероятность того, что оно началось {recently} или позже, – {share} %', 'now.thin': '{what}: данных слишком мало ({why})',
  'what.tone': 'Тон', 'what.hostility': 'Враждебные действия', 'what.contact': 'Контакты',
  'said': 'Пишут, что {direction}; {series}.', 'said.trend': '{a} – {b}: {direction}',
  'relations.improving': 'отношения улучшаются', 'relations.worsening': 'отношения ухудшаются', 'relations.unchanged': 'отношения не меняются',

  'precedent.none': 'В летописи ничего такого нет.', 'precedent.record': 'Летопись начинается {day}; «впервые» значит «впервые с этого дня».', 'precedent.last-seen': '{kind}: в последний раз {day}',
  'precedent.stated': 'сказано: {what}', 'precedent.found': '{stated} ({type}, {day}). {verdict}: {why}',

  'claims.none': 'Суждений за это время не приведено.', 'claims.when': 'Когда', 'claims.well': 'Оценивают хорошо', 'claims.ill': 'Оценивают плохо', 'claims.neither': 'Не оценивают', 'claims.said': '{who} ({kind}): «{evidence}»', 'unnamed': 'неназванный источник',
  'tie': '{a} – {b}: {domain} {tie}',
  'adjective.military': 'военный', 'adjective.economic': 'экономический', 'adjective.energy': 'энергетический', 'adjective.political': 'политический', 'adjective.legal': 'правовой', 'adjective.territorial': 'территориальный',
  'act.forth': '{a} в отношении {b:gen}: {what}', 'act.even': '{a} и {b}: {what}', 'act.mode': '{mode}', 'latest.none': 'За это время ничего.', 'dated': '{day}: {what}',

  'party.unknown': 'неизвестная сторона',
  'party.total': '{acts} {parties}.', 'party.with': { one: 'с {n} стороной', few: 'с {n} сторонами', many: 'с {n} сторонами', other: 'с {n} стороны' },
  'party.room': 'Свобода манёвра: стеснённость {constraint} {partners}; доля {party:gen} – {share} %.', 'party.partners': { one: 'при {n} партнёре', few: 'при {n} партнёрах', many: 'при {n} партнёрах', other: 'при {n} партнёра' },
  'table.with': 'С кем', 'table.acts': 'Действий', 'table.by': 'Действия {party:gen}', 'table.other': 'Действия другой стороны',

  'method.counts': 'Количества и ряды рассчитаны по текстам, из которых команда «{asked}» перечисляет {events}; каждое событие учтено один раз, правки внесены. Из действий, на которых держится перемена, в источниках названы первые несколько.',
  'method.line': '{measure}: {source}.', 'source.story': 'текст {hash}', 'source.title': '«{title}»', 'source.evidence': '«{evidence}»',
  'measure.tone': 'Тон', 'measure.thaw': 'Потепления и похолодания', 'measure.precedent': 'Прецеденты', 'measure.readings': 'Суждения', 'measure.room': 'Свобода манёвра',
  'method.tone': 'Goldstein 1992 (J. Conflict Resolution 36) через CAMEO; виды и четыре класса: PLOVER (Halterman и др. 2023)',
  'method.thaw': 'PELT: Killick, Fearnhead и Eckley 2012; штраф: Schwarz 1978 (BIC); наблюдение в реальном времени: Adams и MacKay 2007',
  'method.precedent': 'промежутки между действиями одного вида; границы летописи не угадываются, а называются',
  'method.readings': 'виды суждений: правила кодирования; оценка: список слов (src/relations/stance.tsv)',
  'method.room': 'Burt 1992; взвешенный эффективный размер: Borgatti 1997; Herfindahl; Shannon; структурный баланс: Cartwright и Harary 1956',
};
