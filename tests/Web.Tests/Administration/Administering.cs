using System.Globalization;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Administration;

/// <summary>What an administrator does on the pages: fills in, previews, confirms.</summary>
internal static class Administering
{
    /// <summary>A day as a form takes it.</summary>
    public static string Said(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Fills in the form of a kind of change and asks for its preview.</summary>
    public static async Task<Page> PreviewAsync(this Browser administrator, string kind, params IReadOnlyList<(string Field, string Value)> filled)
    {
        var form = await administrator.GetAsync($"/people/changes/{kind}");
        return await administrator.SubmitAsync(form, $"/people/changes/{kind}", filled.Select(field => KeyValuePair.Create(field.Field, field.Value)));
    }

    /// <summary>Confirms what a preview shows.</summary>
    public static Task<Page> ConfirmAsync(this Browser administrator, Page preview) => administrator.SubmitAsync(preview, "/people/changes");

    /// <summary>Previews and confirms.</summary>
    public static async Task ChangeAsync(this Browser administrator, string kind, params IReadOnlyList<(string Field, string Value)> filled)
    {
        var preview = await administrator.PreviewAsync(kind, filled);
        preview.Status.ShouldBe(200, preview.Text);
        (await administrator.ConfirmAsync(preview)).Status.ShouldBe(303);
    }
}
