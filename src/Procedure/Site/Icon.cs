using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace WorkflowAccountability.Procedure.Site;

/// <summary>
/// A sign beside a text, which it only repeats. A page has dozens of them, so it does without the life cycle of a component and its markup is made once.
/// </summary>
public sealed class Icon : IComponent
{
    private static readonly ConcurrentDictionary<(string Address, string Name), RenderFragment> made = [];

    private RenderHandle page;

    /// <summary>One of src/Web/icons.txt.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Where the drawings lie.</summary>
    [Inject] public required SiteAssets Files { get; init; }

    /// <inheritdoc/>
    public void Attach(RenderHandle renderHandle) => page = renderHandle;

    /// <inheritdoc/>
    public Task SetParametersAsync(ParameterView parameters)
    {
        Name = parameters.GetValueOrDefault(nameof(Name), "");
        page.Render(made.GetOrAdd((Files.Of("/lib/icons.svg"), Name), static drawing =>
        {
            var link = HtmlEncoder.Default.Encode($"{drawing.Address}#{drawing.Name}");
            return tree => tree.AddMarkupContent(0, $"<svg class=\"ico\" aria-hidden=\"true\"><use href=\"{link}\" /></svg>");
        }));
        return Task.CompletedTask;
    }
}
