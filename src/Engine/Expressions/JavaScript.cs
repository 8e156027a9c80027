using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acornima.Ast;
using Jint;
using Jint.Runtime;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>
/// A script, parsed once with its definition: a bare expression, or statements with a <c>return</c>. Every evaluation has an engine of its
/// own, which knows neither .NET nor chance; its clock stands at the burst's time.
/// </summary>
internal sealed record JavaScript : Expression
{
    private const int LongestScript = 65_536;
    private const string EndOfStack = "Maximum call stack size exceeded"; // what Jint says where the thread's stack ends
    private static readonly TimeSpan regexTime = TimeSpan.FromMilliseconds(200);
    private static readonly ScriptPreparationOptions preparation = new()
    {
        ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true, RegexTimeout = regexTime },
    };

    private readonly Prepared<Script> script;

    /// <summary>The script as it was given.</summary>
    public string Text { get; }

    // The first script of a process compiles the interpreter, which on a busy machine takes longer than a script may.
    static JavaScript()
    {
        using var engine = NewEngine(new ScriptLimits { Time = TimeSpan.FromMinutes(1) }, DateTimeOffset.UnixEpoch);
        var values = new ScriptValues(engine, ScriptPrelude.Guard(engine), new());
        values.ToJson(engine.Evaluate("try { null.x } catch (fault) { ({ a: [1, 2].map(x => x + 1).join(), b: '' + fault, c: /a/.test('a') }) }"));
    }

    /// <exception cref="ExpressionException">The script cannot be read.</exception>
    public JavaScript(string text)
    {
        Text = text;
        if (text.Length > LongestScript)
            throw new ExpressionException($"The script is longer than {LongestScript} characters.");
        try
        {
            script = Jint.Engine.PrepareScript(text, options: preparation);
        }
        catch (Exception fault) when (fault is ScriptPreparationException or InsufficientExecutionStackException)
        {
            throw new ExpressionException($"The script cannot be read: {(fault.InnerException ?? fault).Message}", fault);
        }
        if (script.Program!.DescendantNodes()
            .Any(node => node is BigIntLiteral or AwaitExpression or IFunction { Generator: true } or IFunction { Async: true }))
            throw new ExpressionException($"The script uses a BigInt, a generator or an asynchronous function, which no limit can stop.");
    }

    public override JsonNode? Evaluate(ActivityExecutionContext context)
    {
        var limits = context.Burst.Options.Scripts;
        try
        {
            using var engine = NewEngine(limits, context.Now);
            var values = new ScriptValues(engine, ScriptPrelude.Guard(engine), limits);
            new ScriptGlobals(engine, values, context).Add();
            var result = values.ToJson(engine.Evaluate(script));
            engine.Constraints.Check(); // what the last statement used up
            return result;
        }
        // Not their own messages, nor which limit was met first: that depends on the machine, but the same input must leave the same state.
        catch (Exception fault) when (fault is StatementsCountOverflowException or RecursionDepthOverflowException
            or MemoryLimitExceededException or TimeoutException or RegexMatchTimeoutException
            or JavaScriptException { Message: EndOfStack })
        {
            throw new ExpressionException($"The script used up more than it may: {limits}.", fault);
        }
        catch (JavaScriptException fault)
        {
            throw new ExpressionException($"The script failed: {fault.Message}", fault);
        }
    }

    private static Jint.Engine NewEngine(ScriptLimits limits, DateTimeOffset now)
    {
        var engine = new Jint.Engine(options =>
        {
            options.LimitRecursion(limits.Recursion).MaxStatements(limits.Statements).Constraint(new TimeLimit(limits.Time))
                .LimitMemory(limits.Memory);
            options.MaxArraySize(limits.Size).RegexTimeoutInterval(regexTime).DisableStringCompilation();
            options.Culture(CultureInfo.InvariantCulture).LocalTimeZone(TimeZoneInfo.Utc);
            options.Constraints.StackOverflowGuard = true;
            options.TimeSystem = new StandingClock(now.ToUniversalTime());
        });
        return engine;
    }

    private sealed class StandingClock(DateTimeOffset now) : ITimeSystem
    {
        private static readonly DefaultTimeSystem utc = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

        public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

        public DateTimeOffset GetUtcNow() => now;

        public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;

        public bool TryParse(string date, out long epochMilliseconds) => utc.TryParse(date, out epochMilliseconds);
    }
}
