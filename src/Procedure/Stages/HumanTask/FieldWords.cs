namespace WorkflowAccountability.Procedure.Stages.HumanTask;

/// <summary>The words in which an author describes a field, in both languages.</summary>
internal static class FieldWords
{
    /// <summary>Before the choices, and before the help.</summary>
    public static readonly IReadOnlyList<string> ChoicesWords = ["选项", "choices"], HelpWords = ["说明", "help"];

    private static readonly IReadOnlyList<(AddedKind Kind, string Chinese)> kinds =
    [
        (AddedKind.Text, "文本"), (AddedKind.Paragraph, "多行文本"), (AddedKind.Number, "数字"), (AddedKind.Money, "金额"), (AddedKind.Date, "日期"),
        (AddedKind.Choice, "选择"), (AddedKind.Person, "人员"), (AddedKind.Unit, "单位"), (AddedKind.File, "文件"),
    ];

    /// <summary>All kinds, as they are written.</summary>
    public static string Kinds => string.Join("、", kinds.Select(kind => $"{kind.Chinese} ({kind.Kind})"));

    /// <summary>The kind that a word means; null for none.</summary>
    public static AddedKind? Kind(string word) =>
        kinds.Where(kind => kind.Chinese == word || kind.Kind.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)).Select(kind => (AddedKind?)kind.Kind).FirstOrDefault();

    /// <summary>Whether a column says that the field must be filled in.</summary>
    public static bool IsRequired(string column) => column == "必填" || column.Equals("required", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands behind one of the words and a colon; null where none of them begins the column.</summary>
    public static string? After(string column, IReadOnlyList<string> words)
    {
        var colon = column.IndexOfAny([':', '：']);
        return colon > 0 && words.Contains(column[..colon].Trim(), StringComparer.OrdinalIgnoreCase) ? column[(colon + 1)..].Trim() : null;
    }
}
