#pragma warning disable CA1822
namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>Until the stages are here.</summary>
    public IReadOnlyList<Proposal> Proposals() => [];
}
