using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace WorkflowAccountability.CaseRunner;

/// <summary>A page as an official's browser holds it.</summary>
internal sealed partial class Page(int status, string? location, IHtmlDocument document)
{
    public int Status { get; } = status;

    /// <summary>Where a 303 leads.</summary>
    public string? Location { get; } = location;

    /// <summary>What stands on the page, without the frame around it.</summary>
    public string Text => Blanks().Replace(document.QuerySelector("main")?.TextContent ?? "", " ");

    /// <summary>What the page says is wrong.</summary>
    public string Problems => string.Join(" ",
        document.QuerySelectorAll("main .problem, main .error").Select(said => Blanks().Replace(said.TextContent.Trim(), " ")));

    /// <summary>The clauses by which the page refuses.</summary>
    public IReadOnlyList<string> RefusedBy =>
        [.. document.QuerySelectorAll("[data-citation]").Select(refusal => refusal.GetAttribute("data-citation")!).Distinct()];

    /// <summary>The fields that the page marks as wrong.</summary>
    public IReadOnlyList<string> WrongFields =>
    [
        .. document.QuerySelectorAll(".field.wrong label").Select(label => label.GetAttribute("for")!),
        .. document.QuerySelectorAll("fieldset[data-rows] > .error")
            .Select(error => error.ParentElement!.GetAttribute("data-rows")!).Distinct(),
    ];

    /// <summary>The work items that the page leads to.</summary>
    public IReadOnlyList<string> WorkItems =>
        [.. document.QuerySelectorAll("a[href^='/work-items/']").Select(link => link.GetAttribute("href")!["/work-items/".Length..])];

    /// <summary>What the form that posts to an address would send as it stands; where there is none, the token of the page.</summary>
    public Dictionary<string, string> Form(string action)
    {
        var form = document.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(form => form.Method == "post" && form.GetAttribute("action") == action);
        var fields = form?.QuerySelectorAll("input[name], select[name], textarea[name]")
            ?? document.QuerySelectorAll("input[name=__RequestVerificationToken]");
        return fields.DistinctBy(field => field.GetAttribute("name"))
            .ToDictionary(field => field.GetAttribute("name")!, ValueOf, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a choice field of the page offers a value; true where the field is no choice.</summary>
    public bool Offers(string field, string value) =>
        document.GetElementsByName(field).OfType<IHtmlSelectElement>().All(choices => choices.Options.Any(option => option.Value == value));

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement choices => choices.Value ?? "",
        IHtmlTextAreaElement text => text.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
