using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Expressions;

namespace WorkflowAccountability.Engine.Activities;

/// <summary>A step of a workflow. One object serves all instances of its definition: what one execution knows lies in its
/// context.</summary>
public abstract class Activity
{
    internal static readonly IReadOnlyList<string> Done = ["Done"];

    /// <summary>How many ports an activity can have: no more than ways can leave it.</summary>
    internal const int MostPorts = 200;

    /// <summary>Unique within the definition.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The path of ids from the workflow, as in Elsa: <c>Workflow1:root:child</c>.</summary>
    public string NodeId { get; internal set; } = "";

    /// <summary>What the definition's author called it; may be null.</summary>
    public string? Name { get; internal set; }

    /// <summary>The name of its type, such as <c>Elsa.WriteLine</c>.</summary>
    public string Type => Descriptor.TypeName;

    /// <summary>The version of its type.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>What the designer shows on it (<c>metadata.displayText</c>); may be null.</summary>
    public string? DisplayText { get; internal set; }

    /// <summary>Where the designer put it (<c>metadata.designer.position</c>); null where it was never drawn.</summary>
    public Position? Position { get; internal set; }

    /// <summary>The definition's <c>customProperties</c>: keys that Elsa or the procedure add to any activity.</summary>
    public IReadOnlyDictionary<string, JsonNode?> CustomProperties { get; internal set; } = new Dictionary<string, JsonNode?>();

    /// <summary>What its type declares.</summary>
    public ActivityDescriptor Descriptor { get; internal set; } = null!;

    /// <summary>The ports by which it can be left. Those of its type, unless the definition itself names them.</summary>
    public virtual IReadOnlyList<string> Outcomes => Descriptor.Outcomes.Count > 0 ? Descriptor.Outcomes : Done;

    internal IReadOnlyDictionary<string, Expression> Inputs { get; set; } = new Dictionary<string, Expression>();

    internal IReadOnlyDictionary<string, OutputBinding> Outputs { get; set; } = new Dictionary<string, OutputBinding>();

    /// <summary>Does the work: it completes, or makes the bookmark that it waits at.</summary>
    protected internal abstract void Execute(ActivityExecutionContext context);

    /// <summary>Goes on after a wait. The bookmark is burned already.</summary>
    protected internal virtual void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input) =>
        throw new InvalidOperationException($"An activity of the type {Type} waits for nothing.");

    /// <summary>What is wrong with the way it is set up, beyond what every activity is checked for. Asked once, when the definition is
    /// read.</summary>
    protected internal virtual IEnumerable<FormattableString> Faults() => [];

    /// <summary>An input that the definition gives outright (Literal or Object); the default if it is given otherwise or not at
    /// all.</summary>
    protected T? Constant<T>(string input) =>
        Inputs.TryGetValue(input, out var expression) && expression is Literal literal ? JsonConversion.To<T>(literal.Value) : default;

    /// <summary>Reads the cases of a switch, which are conditions outside of any input.</summary>
    internal virtual void ReadCases(DefinitionPart part, ExpressionReader expressions, Func<DefinitionPart, Activity> read)
    {
    }

    /// <summary>How the definition gives an input; null where it gives none.</summary>
    public GivenInput? Given(string input) => GivenInput.Of(Inputs.GetValueOrDefault(input));

    /// <summary>The name of the variable that an output is written to; null where none is bound.</summary>
    public string? VariableOf(string output) => Outputs.GetValueOrDefault(output)?.Variable?.Name;

    /// <summary>What decides by which port it is left, in the order in which it is asked; none where no condition does.</summary>
    public virtual IReadOnlyList<Choice> Choices => [];

    /// <summary>The port that is taken where none of the <see cref="Choices"/> holds.</summary>
    public virtual string? OtherwisePort => null;

    internal bool IsTerminal => Descriptor.IsTerminal;

    internal string? CustomText(string key) =>
        CustomProperties.GetValueOrDefault(key) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    internal bool CustomFlag(string key) =>
        CustomProperties.GetValueOrDefault(key) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}
