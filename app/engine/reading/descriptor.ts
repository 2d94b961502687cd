const attribute = (name: string, type = 'String') => ({ name, isAttr: true, type })

const attributesOf = (name: string, elements: string[], ...properties: ReturnType<typeof attribute>[]) => ({
  name,
  isAbstract: true,
  extends: elements.map((element) => `bpmn:${element}`),
  properties,
})

/** The extension namespace of Finestra, for bpmn-moddle and bpmn-js (which drops what it can't name). */
export const finestraDescriptor = {
  name: 'Finestra',
  uri: 'urn:finestra:bpmn:1',
  prefix: 'fin',
  xml: { tagAlias: 'lowerCase' },
  types: [
    attributesOf('Step', ['FlowNode'], attribute('phase'), attribute('code')),
    attributesOf('FormTask', ['UserTask'], attribute('form')),
    attributesOf('ActivityTask', ['ServiceTask', 'SendTask'], attribute('activity'), attribute('retries')),
    attributesOf(
      'Repeated',
      ['MultiInstanceLoopCharacteristics'],
      ...['collection', 'item', 'itemType', 'collect', 'each'].map((name) => attribute(name))
    ),
    attributesOf('DecisionTask', ['BusinessRuleTask'], attribute('decision')),
    attributesOf('Ending', ['EndEvent'], attribute('outcome')),
    attributesOf('Responsible', ['Lane'], attribute('role')),
    attributesOf(
      'Pausable',
      ['CatchEvent', 'TimerEventDefinition'],
      ...['suspends', 'unhurried'].map((name) => attribute(name, 'Boolean'))
    ),
    attributesOf('Correlated', ['CatchEvent', 'ThrowEvent', 'ReceiveTask'], attribute('correlation')),
    { name: 'Input', superClass: ['Element'], properties: [attribute('name'), attribute('value')] },
    {
      name: 'Output',
      superClass: ['Element'],
      properties: [attribute('name'), attribute('value'), attribute('type')],
    },
  ],
}
