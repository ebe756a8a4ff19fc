using Google.Protobuf;

namespace PhoneSim.Cli.Tests.Otlp;

/// <summary>A protobuf message without its schema: the registry that these tests restore from has no package of OpenTelemetry's.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, ByteString Bytes)> fields = [];

    public ProtoMessage(ByteString message)
    {
        CodedInputStream input = message.CreateCodedInput();
        while (input.ReadTag() is not 0 and var tag)
            fields.Add(Read(input, WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag)));
    }

    public IEnumerable<ProtoMessage> All(int field) => fields.Where(f => f.Field == field).Select(f => new ProtoMessage(f.Bytes));

    public ProtoMessage? Find(int field) => All(field).FirstOrDefault();

    public string Text(int field) => fields.FirstOrDefault(f => f.Field == field).Bytes?.ToStringUtf8() ?? "";

    /// <summary>Null: the field is absent.</summary>
    public ulong? Number(int field) => fields.Where(f => f.Field == field).Select(f => (ulong?)f.Number).FirstOrDefault();

    private static (int, ulong, ByteString) Read(CodedInputStream input, int field, WireFormat.WireType type) => type switch
    {
        WireFormat.WireType.Varint => (field, input.ReadUInt64(), ByteString.Empty),
        WireFormat.WireType.Fixed64 => (field, input.ReadFixed64(), ByteString.Empty),
        WireFormat.WireType.Fixed32 => (field, input.ReadFixed32(), ByteString.Empty),
        _ => (field, 0, input.ReadBytes()),
    };
}
