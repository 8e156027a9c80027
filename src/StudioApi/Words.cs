using System.Globalization;
using System.Resources;

namespace WorkflowAccountability.StudioApi;

/// <summary>The texts of the API: zh-CN in the <c>.resx</c> beside this file, English in the <c>.en.resx</c>.</summary>
internal static class Words
{
    private static readonly ResourceManager texts = new(typeof(Words).FullName!, typeof(Words).Assembly);

    /// <summary>A text in the reader's language.</summary>
    public static string Of(string key) => texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"There is no text '{key}'.");
}
