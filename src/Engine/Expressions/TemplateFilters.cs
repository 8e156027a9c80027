using Fluid;
using Fluid.Values;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>The filters of templates that can multiply a small value into a huge one, with a limit: they refuse before they make it.</summary>
internal static class TemplateFilters
{
    public static void Guard(FilterCollection filters, int most)
    {
        filters.AddFilter("append", (input, arguments, _) => Text(input.ToStringValue() + Bounded(arguments.At(0).ToStringValue(), most), most));
        filters.AddFilter("prepend", (input, arguments, _) => Text(Bounded(arguments.At(0).ToStringValue(), most) + input.ToStringValue(), most));
        filters.AddFilter("replace", (input, arguments, _) =>
        {
            var (text, from, to) = (input.ToStringValue(), arguments.At(0).ToStringValue(), arguments.At(1).ToStringValue());
            if (from.Length == 0)
                return StringValue.Create(text);
            Check(text.Length + (long)text.Length / from.Length * to.Length, most);
            return StringValue.Create(text.Replace(from, to, StringComparison.Ordinal));
        });
        filters.AddFilter("join", (input, arguments, context) =>
        {
            var items = input.Enumerate(context).Select(item => item.ToStringValue()).ToList();
            var separator = arguments.Count > 0 ? arguments.At(0).ToStringValue() : " ";
            Check(items.Sum(item => (long)item.Length) + (long)separator.Length * items.Count, most);
            return StringValue.Create(string.Join(separator, items));
        });
        filters.AddFilter("concat", (input, arguments, context) =>
        {
            var items = input.Enumerate(context).Concat(arguments.At(0).Enumerate(context)).Take(most + 1).ToList();
            Check(items.Count, most);
            return new ArrayValue(items);
        });
    }

    private static ValueTask<FluidValue> Text(string text, int most) => StringValue.Create(Bounded(text, most));

    private static string Bounded(string text, int most)
    {
        Check(text.Length, most);
        return text;
    }

    private static void Check(long size, int most)
    {
        if (size > most)
            throw new InvalidOperationException($"It made a value of more than {most} characters or elements.");
    }
}
