namespace WorkflowAccountability.Engine.Tests.Joins;

/// <summary>Arbitrary bytes read as decisions, so that what FsCheck shrinks stays a chart and a history.</summary>
internal sealed class Tape(byte[] bytes)
{
    private int at;

    public bool IsOver => at >= bytes.Length;

    public int Next(int below) => IsOver ? 0 : bytes[at++] % below;
}
