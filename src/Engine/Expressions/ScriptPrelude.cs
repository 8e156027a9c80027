using Acornima.Ast;
using Jint;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>
/// What is made safe before a script runs. The interpreter counts what scripts do, not what its own functions do on their behalf; the few
/// of those that can multiply a small value into a huge walk are therefore written as scripts, whose statements count, and what no
/// expression needs is withheld.
/// </summary>
internal static class ScriptPrelude
{
    private static readonly string[] withheld =
    [
        "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array",
        "Uint16Array", "Int32Array", "Uint32Array", "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
        "BigInt", "Temporal", "Proxy", "Promise", "Iterator", "ShadowRealm", "WeakRef", "FinalizationRegistry",
    ];

    private static readonly Prepared<Script> guards = Jint.Engine.PrepareScript("""
        (function () {
            var stringify = JSON.stringify;
            function define(target, name, value) {
                Object.defineProperty(target, name, { value: value, writable: true, configurable: true });
            }
            var iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
            Object.getOwnPropertyNames(iterator).forEach(function (helper) { delete iterator[helper]; });
            ['repeat', 'padStart', 'padEnd'].forEach(function (name) {
                var lengthen = String.prototype[name];
                define(String.prototype, name, function (count, filling) {
                    if (count * (name === 'repeat' ? this.length : 1) > 100000) throw new RangeError('The text would be too long.');
                    return lengthen.call(this, count, filling);
                });
            });
            define(Array.prototype, 'toString', function () { return this.join(','); });
            define(Array.prototype, 'toLocaleString', function () { return this.join(','); });
            define(Array.prototype, 'flat', function flat(depth) {
                var flattened = [];
                for (var item of this)
                    if (Array.isArray(item) && (depth === undefined || depth > 0))
                        for (var inner of item.flat(depth === undefined ? 0 : depth - 1)) flattened.push(inner);
                    else flattened.push(item);
                return flattened;
            });
            define(Array.prototype, 'flatMap', function (project) { return this.map(project).flat(); });
            define(Array.prototype, 'concat', function () {
                var all = Array.from(this);
                for (var i = 0; i < arguments.length; i++)
                    if (Array.isArray(arguments[i])) for (var item of arguments[i]) all.push(item);
                    else all.push(arguments[i]);
                return all;
            });
            define(JSON, 'stringify', function (value, replacer, space) {
                return stringify(value, function (key, member) {
                    if (Array.isArray(replacer))
                        return key === '' || Array.isArray(this) || replacer.includes(key) ? member : undefined;
                    return replacer ? replacer.call(this, key, member) : member;
                }, space);
            });
            return JSON.stringify;
        })()
        """);

    /// <summary>Makes an engine safe and gives its guarded <c>JSON.stringify</c>, whatever the script will do to the one that it
    /// sees.</summary>
    public static Jint.Native.JsValue Guard(Jint.Engine engine)
    {
        foreach (var name in withheld)
            engine.Global.Delete(name);
        engine.Global.Get("Math").AsObject().Delete("random");
        engine.Global.Get("Date").AsObject().Get("prototype").AsObject().Delete("toTemporalInstant");
        return engine.Evaluate(guards);
    }
}
