using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Expressions;

[Collection("alone, because it measures time")]
public sealed class SandboxTests
{
    [Theory]
    [InlineData("an endless loop", "while (true) { }")]
    [InlineData("an endless empty loop", "for (;;);")]
    [InlineData("a deep recursion", "function f() { return f() + 1; } return f();")]
    [InlineData("a recursion through a getter", "var o = { get x() { return this.x; } }; return o.x;")]
    [InlineData("a deep expression", "return eval;")]
    [InlineData("a huge array", "return new Array(1e9).fill(0);")]
    [InlineData("a sparse array", "var a = []; a[4294967294] = 1; return a;")]
    [InlineData("an array made long", "var a = []; a.length = 4294967295; return a;")]
    [InlineData("an array that grows", "var a = []; while (true) a.push(a);")]
    [InlineData("a huge array-like", "return Array.from({ length: 1e9 });")]
    [InlineData("a huge array-like joined", "return Array.prototype.join.call({ length: 4e9 }, 'x');")]
    [InlineData("a walk without end", "return Array.prototype.forEach.call({ length: 9e15 }, function () { });")]
    [InlineData("a search without end", "return Array.prototype.includes.call({ length: 9e15 }, 1);")]
    [InlineData("a find without end", "return Array.prototype.find.call({ length: 9e15 }, function () { return false; });")]
    [InlineData("a reversal without end", "return Array.prototype.reverse.call({ length: 9e15 });")]
    [InlineData("a filling without end", "return Array.prototype.fill.call({ length: 9e15 }, 1);")]
    [InlineData("a long join", "return new Array(100000).fill('x'.repeat(10000)).join('').length;")]
    [InlineData("many long texts", "var s = 'x'.repeat(1000000); return s.replace(/x/g, s).length;")]
    [InlineData("a long list of letters", "return 'x'.repeat(10000000).split('').length;")]
    [InlineData("deep JSON", "return JSON.parse('['.repeat(100000) + ']'.repeat(100000));")]
    [InlineData("a list with long separators", "return new Array(100000).fill('x').join('x'.repeat(100000)).length;")]
    [InlineData("a long list of long lists", "var a = new Array(1000).fill(new Array(1000).fill(new Array(1000).fill(1))); return a.flat(3).length;")]
    [InlineData("a list in the text of a list", "var a = []; for (var i = 0; i < 40; i++) a = [a, a]; return '' + a;")]
    [InlineData("JSON of a list of lists", "var a = []; for (var i = 0; i < 40; i++) a = [a, a]; return a;")]
    [InlineData("a huge typed array", "return new Uint8Array(2e9).length;")]
    [InlineData("a huge text", "return 'x'.repeat(1e9);")]
    [InlineData("a padded text", "return 'x'.padEnd(1e9).length;")]
    [InlineData("a text that doubles", "var s = 'x'; while (true) s += s;")]
    [InlineData("a long text given back", "return 'x'.repeat(200000);")]
    [InlineData("a hungry regular expression", "return /^(a+)+$/.test('a'.repeat(40) + 'b');")]
    [InlineData("a hungry regular expression of its own making", "return new RegExp('^(a+)+$').test('a'.repeat(40) + 'b');")]
    [InlineData("a costly sort", "var a = []; for (var i = 0; i < 9000; i++) a.push(i); while (true) a.sort(function () { return -1; });")]
    [InlineData("a huge number", "return BigInt(9) ** BigInt(1e8);")]
    [InlineData("a huge number by way of time", "return new Date(1).toTemporalInstant().epochNanoseconds;")]
    [InlineData("a circle", "var o = {}; o.o = o; return o;")]
    [InlineData("a chain of lists", "var a = []; for (var i = 0; i < 20000; i++) a = [a]; return a;")]
    [InlineData("a chain of prototypes", "var o = {}; for (var i = 0; i < 30000; i++) o = { __proto__: o }; return '' + o;")]
    [InlineData("a chain of bound functions", "var f = function () { return 1; }; for (var i = 0; i < 20000; i++) f = f.bind(null); return f();")]
    [InlineData("a chain of iterators", "var it = [1].values(); for (var i = 0; i < 15000; i++) it = it.take(5); return [...it];")]
    [InlineData("a chain of getters", "var o = {}; for (var i = 0; i < 9000; i++) { let p = o; o = { get x() { return p.x; } }; } return o.x;")]
    [InlineData("a conversion that calls itself", "var o = { [Symbol.toPrimitive]() { return +o; } }; return +o;")]
    [InlineData("a proxy", "return new Proxy({}, {});")]
    [InlineData("a promise", "return Promise.resolve(1);")]
    [InlineData("time without end in finally", "try { while (true) { } } finally { while (true) { } }")]
    [InlineData("the keys of a long text", "var s = 'x'; for (var i = 0; i < 20; i++) s += s; return Object.keys(s).length;")]
    [InlineData("the CLR", "return System.IO.File.ReadAllText('/etc/passwd');")]
    [InlineData("the CLR by import", "return importNamespace('System');")]
    [InlineData("the CLR behind a function", "return getVariable.GetType().Assembly.FullName;")]
    [InlineData("code from text", "return Function('return 1')();")]
    [InlineData("code from text by eval", "return eval('1 + 1');")]
    [InlineData("chance", "return Math.random();")]
    [InlineData("no number", "return 0 / 0;")]
    [InlineData("a function", "return function () { };")]
    [InlineData("a prototype that every object has, spoilt", "Object.prototype.toJSON = function () { while (true) { } }; return {};")]
    [InlineData("a prototype of texts, spoilt", "String.prototype.valueOf = function () { while (true) { } }; return 'a' + new String('b');")]
    [InlineData("an iterator without end", "var o = { [Symbol.iterator]() { return { next() { return { value: 1, done: false }; } }; } }; return [...o];")]
    [InlineData("a name of its own for the engine", "return this.constructor.constructor('return process')();")]
    [InlineData("the constructor of a getter", "return getVariable.constructor('return 1')();")]
    [InlineData("a replacement that calls itself", "function f(s) { return s.replace(/a/g, function () { return f('aaaa'); }); } return f('aaaa');")]
    [InlineData("a map of maps", "var m = new Map(); for (;;) { m.set({}, m); }")]
    [InlineData("an error within an error", "function f(n) { return new Error('x', { cause: n }); } var e = 0; while (true) e = f(e);")]
    [InlineData("a tagged template without end", "function t() { return t`${t}`; } return t``;")]
    [InlineData("a label that is continued for ever", "outer: while (true) { while (true) { continue outer; } }")]
    [InlineData("a date of every day", "var d = new Date(0); while (d) { d.setDate(d.getDate() + 1); }")]
    [InlineData("a sort that grows what it sorts", "var a = [3, 2, 1]; a.sort(function () { a.push(1); while (true) { } });")]
    [InlineData("an error", "throw new Error('no');")]
    [InlineData("an unknown variable", "return getVariable('Nobody');")]
    public void A_script_that_goes_too_far_is_stopped_within_a_second_and_becomes_an_incident(string what, string script)
    {
        var definition = Chart.Of(Chart.With("W", "Elsa.WriteLine", "text", "JavaScript", script));

        var (run, spent) = Timed(definition);
        var (again, spentAgain) = Timed(definition);

        // By the clock or by the processor, the better of two: a busy machine stretches the one, the compiler's and the collector's threads the other.
        (spent < spentAgain ? spent : spentAgain).ShouldBeLessThan(TimeSpan.FromSeconds(1), what);
        run.IsFinished.ShouldBeFalse();
        run.State.Incidents.ShouldHaveSingleItem($"{what} wrote: {string.Join(',', run.Lines)}").ActivityId.ShouldBe("W");
        again.Json.ShouldBe(run.Json, "the same input leaves the same bytes");
    }

    private static (Run Run, TimeSpan Spent) Timed(WorkflowDefinition definition)
    {
        var (before, began) = (Environment.CpuUsage.TotalTime, System.Diagnostics.Stopwatch.GetTimestamp());
        var run = new Run(definition);
        var (spent, passed) = (Environment.CpuUsage.TotalTime - before, System.Diagnostics.Stopwatch.GetElapsedTime(began));
        return (run, spent < passed ? spent : passed);
    }

    [Theory]
    [InlineData("function* g() { yield* g(); } return [...g()];")]
    [InlineData("(async () => { while (true) await 1; })()")]
    [InlineData("9n ** 9n")]
    [InlineData("return (;")]
    public void A_script_that_no_limit_could_stop_or_that_cannot_be_read_is_refused_with_its_definition(string script) =>
        Should.Throw<InvalidWorkflowDefinitionException>(() => Value(script)).Faults.ShouldHaveSingleItem()
            .ShouldContain("'text' cannot be read: The script");

    [Theory]
    [InlineData("[1, [2, [3, [4]]]].flat()", "[1,2,[3,[4]]]")]
    [InlineData("[1, [2, [3, [4]]]].flat(Infinity)", "[1,2,3,4]")]
    [InlineData("[1].concat([2], 3, [[4]])", "[1,2,3,[4]]")]
    [InlineData("[1, 2].flatMap(x => [x, x])", "[1,1,2,2]")]
    [InlineData("'' + [1, [2, 3]]", "1,2,3")]
    [InlineData("JSON.stringify({ a: [1, { b: 2, c: 3 }] }, ['a', 'b'])", """{"a":[1,{"b":2}]}""")]
    [InlineData("JSON.stringify({ a: 1 }, (key, value) => key === 'a' ? 2 : value)", """{"a":2}""")]
    [InlineData("'a'.padStart(3, '0') + 'b'.padEnd(2) + 'c'.repeat(2)", "00ab cc")]
    public void What_is_guarded_works_as_scripts_expect(string script, string expected) => Value(script).ShouldBe(expected);

    [Fact]
    public void The_clock_of_a_script_stands_at_the_time_of_the_burst() =>
        Value("return new Date().toISOString() + ' ' + Date.now();")
            .ShouldBe($"2026-09-21T01:00:00.000Z {Run.Start.ToUnixTimeMilliseconds()}");

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("return 1 / 4;", "0.25")]
    [InlineData("if (true) { return 'yes'; } else { return 'no'; }", "yes")]
    [InlineData("'责任' + '追究'", "责任追究")]
    [InlineData("({ a: [1, 'x', null, true] })", """{"a":[1,"x",null,true]}""")]
    [InlineData("undefined", "")]
    [InlineData("", "")]
    public void Bare_expressions_and_bodies_with_a_return_are_both_scripts(string script, string expected) =>
        Value(script).ShouldBe(expected);

    private static string Value(string script) =>
        new Run(Chart.Of(Chart.With("W", "Elsa.WriteLine", "text", "JavaScript", script))).Lines.ShouldHaveSingleItem();
}

[CollectionDefinition("alone, because it measures time", DisableParallelization = true)]
public sealed class AloneBecauseItMeasuresTime;
