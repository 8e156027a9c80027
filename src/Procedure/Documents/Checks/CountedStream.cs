namespace WorkflowAccountability.Procedure.Documents.Checks;

/// <summary>Ends early when <paramref name="goOn"/>, told the length of each piece, says so: what unpacks without end is not read to the end.</summary>
internal sealed class CountedStream(Stream inner, Func<int, bool> goOn) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        return goOn(read) ? read : 0;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
