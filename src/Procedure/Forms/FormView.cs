using System.Globalization;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Forms;

/// <summary>Everything a page needs to show a form: what it asks, its texts, its values, what is wrong, what can be chosen for a property.</summary>
/// <param name="Texts">The stage beside which the labels lie.</param>
public sealed record FormView(FormPlan Form, Type Texts, FormValues Values, IReadOnlyList<FieldError> Errors, Func<ChoiceList, string, IReadOnlyList<Choice>> Choices)
{
    /// <summary>The person's own common phrases, offered beside texts of several lines.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>What is offered filled in for fields that are empty, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Offered { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the form is kept without being submitted; null where it cannot be.</summary>
    public string? DraftAction { get; init; }

    /// <summary>A posted value as people read it: the label of a choice, anything else as it was typed.</summary>
    public string ShownOf(string path, string value)
    {
        if (FieldAt(path) is not { } field)
            return value;
        var type = FormBinder.RowType(field.Type) ?? Nullable.GetUnderlyingType(field.Type) ?? field.Type;
        return (ChoicesFor(field, type) ?? []).FirstOrDefault(choice => choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase))?.Label ?? value;
    }

    /// <summary>What can be chosen for a field whose values, or whose rows, are of a type; null where anything may be typed.</summary>
    public IEnumerable<Choice>? ChoicesFor(FormField field, Type type) =>
        field.Choices is not null ? field.Choices
        : type.IsEnum ? ChoicesOf(type)
        : type == typeof(bool) ? [new Choice("true", Text.Of<FormTexts>("Yes").ToString()), new Choice("false", Text.Of<FormTexts>("No").ToString())]
        : field.Asked.From is ChoiceList.None ? null : Choices(field.Asked.From, field.Name);

    /// <summary>What a posted field is called for people: <c>Members[1].PersonId</c> is “成员 2 · 姓名”; a name the form does not know stands for itself.</summary>
    public string LabelOf(string path)
    {
        var labels = new List<string>();
        FormField? field = null;
        foreach (var part in path.Split('.'))
        {
            field = Next(field, part);
            if (field is null)
                return path;
            var row = part.IndexOf('[') is > 0 and var at ? part[(at + 1)..].TrimEnd(']') : null;
            labels.Add(int.TryParse(row, CultureInfo.InvariantCulture, out var index) ? $"{Label(field)} {index + 1}" : Label(field).ToString());
        }
        return string.Join(" · ", labels);
    }

    /// <summary>The label of a field.</summary>
    public Text Label(FormField field) => field.Label is { } own ? Text.Of<FormTexts>("Verbatim", own)
        : field.Keys.Select(Find).FirstOrDefault(text => text is not null) ?? Text.Of<FormTexts>(field.Name);

    /// <summary>A choice of the regulation, a day or a number as people read it; null for what is none of them.</summary>
    internal string? PlainOf(object value) => value switch
    {
        Enum choice => ChoicesOf(choice.GetType()).Single(known => known.Value == choice.ToString()).Label,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The language of what somebody wrote, for who reads the page in another one: Chinese where there is a Chinese letter in it, else unsaid.</summary>
    internal static string? LanguageOf(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff') ? "zh-CN" : null;

    /// <summary>The help of a field; null where there is none.</summary>
    public Text? Help(FormField field) => field.Help is { } own ? Text.Of<FormTexts>("Verbatim", own) : field.Keys is [.., var exact] ? Find(exact + ".Help") : null;

    /// <summary>The choices of an enum.</summary>
    public IEnumerable<Choice> ChoicesOf(Type choices) =>
        Enum.GetNames(choices).Select(name => new Choice(name, (Find($"{choices.Name}.{name}") ?? new Text(Texts, name)).ToString()));

    private FormField? FieldAt(string path)
    {
        FormField? field = null;
        foreach (var part in path.Split('.'))
            if ((field = Next(field, part)) is null)
                return null;
        return field;
    }

    private FormField? Next(FormField? around, string part) =>
        (around is null ? Form : around.Inner is { } inner ? FormPlan.Of(inner) : null)?.Find(part.Split('[')[0]);

    private Text? Find(string key) =>
        Text.Exists(Texts, key, CultureInfo.CurrentUICulture) ? new Text(Texts, key)
        : Text.Exists(typeof(FormTexts), key, CultureInfo.CurrentUICulture) ? new Text(typeof(FormTexts), key) : null;
}

/// <summary>A value that can be chosen and how it is shown.</summary>
public sealed record Choice(string Value, string Label);
