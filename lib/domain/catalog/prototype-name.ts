/** Whether every object answers to this name without having it: "constructor", "toString". */
export const isPrototypeName = (name: string) => name in Object.prototype
