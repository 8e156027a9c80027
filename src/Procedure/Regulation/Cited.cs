using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>
/// A citation as pages show it: each clause of the regulation leads to its words, what is 参照 or 内部环节 is text. A page has dozens of them, so it does without the
/// life cycle of a component.
/// </summary>
public sealed class Cited : IComponent
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private RenderHandle page;

    /// <summary>The citation; nothing is shown for none.</summary>
    [Parameter, EditorRequired] public string? Of { get; set; }

    /// <summary>Whether it stands in a form that is being filled in, which a click must not leave.</summary>
    [Parameter] public bool Beside { get; set; }

    /// <inheritdoc/>
    public void Attach(RenderHandle renderHandle) => page = renderHandle;

    /// <inheritdoc/>
    public Task SetParametersAsync(ParameterView parameters)
    {
        Of = parameters.GetValueOrDefault<string>(nameof(Of));
        Beside = parameters.GetValueOrDefault(nameof(Beside), false);
        var markup = Of is { Length: > 0 } citation ? $"<span class=\"clause\">{Markup(citation, Beside)}</span>" : "";
        page.Render(builder => builder.AddMarkupContent(0, markup));
        return Task.CompletedTask;
    }

    /// <summary>The same without the frame around it.</summary>
    public static MarkupString Markup(string citation, bool beside = false)
    {
        var markup = new StringBuilder();
        foreach (var part in Citations.Split(citation))
        {
            var words = encoder.Encode(part);
            markup.Append(markup.Length > 0 ? "、" : "").Append(RegulationText.Current.Knows(part)
                ? $"<a href=\"/regulation#{words}\"{(beside ? " target=\"_blank\" rel=\"noopener\"" : "")}>{words}</a>" : words);
        }
        return new MarkupString(markup.ToString());
    }
}
