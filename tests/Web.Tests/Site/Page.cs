using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace WorkflowAccountability.Web.Tests.Site;

/// <summary>An answer of the site as a person reads it.</summary>
public sealed partial class Page(HttpResponseMessage answer, IHtmlDocument document)
{
    public int Status { get; } = (int)answer.StatusCode;

    public HttpResponseHeaders Headers { get; } = answer.Headers;

    public string? MediaType { get; } = answer.Content.Headers.ContentType?.MediaType;

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; } = answer.Headers.Location?.OriginalString;

    public string? Language => document.DocumentElement.GetAttribute("lang");

    /// <summary>What stands on the page, without the frame around it.</summary>
    public string Text => Blanks().Replace(document.QuerySelector("main")?.TextContent ?? "", " ").Trim();

    /// <summary>The text of one element; empty where there is none.</summary>
    public string TextOf(string selector) => TextsOf(selector) is [var text, ..] ? text : "";

    /// <summary>How many elements there are of a kind.</summary>
    public int CountOf(string selector) => document.QuerySelectorAll(selector).Length;

    /// <summary>Everything on the page, the frame included.</summary>
    public string Body => Blanks().Replace(document.Body?.TextContent ?? "", " ").Trim();

    /// <summary>What the page says is wrong.</summary>
    public IReadOnlyList<string> Problems => TextsOf("main .problem");

    /// <summary>The paths of the fields beside which something is said to be wrong.</summary>
    public IReadOnlyList<string> WrongFields =>
        [.. document.QuerySelectorAll(".error[id$='-error']").Select(error => error.Id![..^"-error".Length])];

    /// <summary>What is said beside the fields.</summary>
    public IReadOnlyList<string> Errors => TextsOf("main .error");

    /// <summary>Where the page's links lead.</summary>
    public IReadOnlyList<string> Links => [.. document.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!)];

    /// <summary>Where the page's forms are sent.</summary>
    public IReadOnlyList<string> Actions => [.. document.QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!)];

    /// <summary>What was typed and is shown to be copied.</summary>
    public IReadOnlyList<string> Kept => TextsOf(".kept textarea");

    /// <summary>What the form that posts to an address would send as it stands; at least the token that every page of a signed-in official carries.</summary>
    public Dictionary<string, string> FieldsOf(string action)
    {
        var form = document.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(form => form.Method == "post" && form.GetAttribute("action") == action);
        var fields = form is null ? document.QuerySelectorAll("input[name=__RequestVerificationToken]") : form.QuerySelectorAll("input[name], select[name], textarea[name]");
        return fields.DistinctBy(field => field.GetAttribute("name")).ToDictionary(field => field.GetAttribute("name")!, ValueOf);
    }

    /// <summary>What such a form would send under a name a second time and more often: rows whose fields share their names.</summary>
    public IEnumerable<KeyValuePair<string, string>> RepeatedFieldsOf(string action) => document.QuerySelectorAll<IHtmlFormElement>("form")
        .Where(form => form.Method == "post" && form.GetAttribute("action") == action)
        .SelectMany(form => form.QuerySelectorAll("input[name], select[name], textarea[name]").GroupBy(field => field.GetAttribute("name")!))
        .SelectMany(fields => fields.Skip(1).Select(field => KeyValuePair.Create(fields.Key, ValueOf(field))));

    private List<string> TextsOf(string selector) =>
        [.. document.QuerySelectorAll(selector).Select(element => Blanks().Replace(element.TextContent, " ").Trim())];

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement choices => choices.Value ?? "",
        IHtmlTextAreaElement text => text.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
