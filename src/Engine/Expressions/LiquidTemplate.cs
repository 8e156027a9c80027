using System.Globalization;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using WorkflowAccountability.Engine.Activities;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>
/// A Liquid template, parsed once with its definition. It sees <c>Variables</c>, <c>Input</c>, <c>WorkflowInstanceId</c> and
/// <c>CorrelationId</c>, as in Elsa; no files, no .NET, a clock that stands at the time of the burst.
/// </summary>
internal sealed record LiquidTemplate : Expression
{
    private static readonly FluidParser parser = NewParser();
    private readonly IFluidTemplate template;

    public LiquidTemplate(string text)
    {
        if (text.Length > 20_000)
            throw new ExpressionException($"The template is longer than 20,000 characters.");
        if (!parser.TryParse(text, out var parsed, out var error))
            throw new ExpressionException($"The template cannot be read: {error}");
        new Ranges().VisitTemplate(parsed);
        template = parsed;
    }

    // What reads files, and what collects text past the limits.
    private static FluidParser NewParser()
    {
        var fresh = new FluidParser(new FluidParserOptions { AllowFunctions = false });
        foreach (var tag in (string[])["include", "render", "capture", "liquid"])
            fresh.RegisteredTags.Remove(tag);
        return fresh;
    }

    public override JsonNode? Evaluate(ActivityExecutionContext context)
    {
        var limits = context.Burst.Options.Scripts;
        var options = new TemplateOptions
        {
            MaxSteps = limits.Statements,
            MaxRecursion = Math.Min(limits.Recursion, 50),
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => context.Now.ToUniversalTime(),
        };
        TemplateFilters.Guard(options.Filters, (int)limits.Size);
        var values = new TemplateContext(options);
        values.SetValue("Variables", Members(context.VariableNames.ToDictionary(name => name, context.GetVariable)));
        values.SetValue("Input", Members(context.WorkflowInputNames.ToDictionary(name => name, context.GetWorkflowInput)));
        values.SetValue("WorkflowInstanceId", context.WorkflowInstanceId);
        values.SetValue("CorrelationId", context.CorrelationId ?? "");
        try
        {
            using var output = new BoundedWriter((int)limits.Size, context.Burst.Options.Scripts.Time);
            template.RenderAsync(output, NullEncoder.Default, values).AsTask().GetAwaiter().GetResult();
            return output.ToString();
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new ExpressionException($"The template failed: {fault.Message}", fault);
        }
        catch (TimeoutException fault)
        {
            throw new ExpressionException($"The template used up more than it may: {limits}.", fault);
        }
    }

    private static DictionaryValue Members(Dictionary<string, JsonNode?> members) =>
        new(new FluidValueDictionaryFluidIndexable(members.ToDictionary(member => member.Key, member => Value(member.Value))));

    private static FluidValue Value(JsonNode? node) => node switch
    {
        null => NilValue.Instance,
        JsonObject members => Members(members.ToDictionary(member => member.Key, member => member.Value)),
        JsonArray items => new ArrayValue([.. items.Select(Value)]),
        JsonValue truth when truth.TryGetValue<bool>(out var holds) => BooleanValue.Create(holds),
        JsonValue number when number.TryGetValue<decimal>(out var amount) => NumberValue.Create(amount),
        _ => StringValue.Create(node.ToString()),
    };

    // A range is made whole before it is walked through.
    private sealed class Ranges : AstVisitor
    {
        private const int Longest = 10_000;

        protected override Fluid.Ast.Expression VisitRangeExpression(RangeExpression range) =>
            Bound(range.From) is { } from && Bound(range.To) is { } to && to - from <= Longest
                ? range
                : throw new ExpressionException($"The bounds of a range are given as numbers, at most {Longest} apart.");

        private static decimal? Bound(Fluid.Ast.Expression bound) => bound is LiteralExpression { Value: NumberValue number } ? number.ToNumberValue() : null;
    }

    private sealed class BoundedWriter(int most, TimeSpan time) : StringWriter(CultureInfo.InvariantCulture)
    {
        private readonly TimeLimit limit = new(time);

        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        private void Check(int more)
        {
            limit.Check();
            if (GetStringBuilder().Length + more > most)
                throw new InvalidOperationException($"It gave more than {most} characters.");
        }
    }
}
