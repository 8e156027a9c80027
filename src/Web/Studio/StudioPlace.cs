namespace WorkflowAccountability.Web.Studio;

/// <summary>What of the designer is shown, and about what. The paths are those that Studio itself goes to.</summary>
/// <param name="Name">definitions, editor, instances, viewer.</param>
/// <param name="Id">The definition's or the instance's; null for lists.</param>
public sealed record StudioPlace(string Name, string? Id = null)
{
    /// <summary>The path below <c>/studio/</c>.</summary>
    public string Path => Name switch
    {
        "editor" => $"workflows/definitions/{Uri.EscapeDataString(Id!)}/edit",
        "instances" => "workflows/instances",
        "viewer" => $"workflows/instances/{Uri.EscapeDataString(Id!)}/view",
        _ => "workflows/definitions",
    };

    /// <summary>Whether it is about instances.</summary>
    public bool IsOfInstances => Name is "instances" or "viewer";
}
