namespace WorkflowAccountability.Engine.Definitions;

/// <summary>What an activity can see by name while its definition is read: the variables around it, and the workflow's inputs and
/// outputs.</summary>
internal sealed record VariableScope(
    IReadOnlyList<Variable> Variables, VariableScope? Outer, IReadOnlyList<InputDefinition> Inputs, IReadOnlyList<OutputDefinition> Outputs)
{
    public VariableScope Within(IReadOnlyList<Variable> variables) => this with { Variables = variables, Outer = this };

    public Variable? Find(string idOrName) =>
        Variables.FirstOrDefault(variable => variable.Id == idOrName)
        ?? Variables.FirstOrDefault(variable => variable.Name == idOrName)
        ?? Outer?.Find(idOrName);

    public string Names => DefinitionPart.Listed(All.Select(variable => variable.Name).Distinct());

    private IEnumerable<Variable> All => Outer is null ? Variables : Variables.Concat(Outer.All);
}
