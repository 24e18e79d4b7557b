namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A storage account and the key that signs its SAS tokens.</summary>
internal sealed record StorageAccount(string Name, byte[] Key);
