<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Case</name>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>first content</source>
        <translation>第一个内容</translation>
    </message>
    <message>
        <source>second content</source>
        <translation>第二个内容</translation>
    </message>
    <message>
        <source>judgement</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Log begun</source>
        <translation>日志开始</translation>
    </message>
    <message>
        <source>Folder added</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Folder removed</source>
        <translation>移除文件夹</translation>
    </message>
    <message>
        <source>Photos indexed</source>
        <translation>索引照片</translation>
    </message>
    <message>
        <source>Query asked</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Verdict given</source>
        <translation>作出判定</translation>
    </message>
    <message>
        <source>Verdict taken back</source>
        <translation>撤回判定</translation>
    </message>
    <message>
        <source>File moved</source>
        <translation>移动文件</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>生成报告</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Not a match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>局部</translation>
    </message>
    <message>
        <source>Fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>整张照片</translation>
    </message>
    <message>
        <source>Case report</source>
        <translation>案件报告</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>检验人</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Pasted, without a file</source>
        <translation>粘贴的图像，没有文件</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Searched by</source>
        <translation>搜索所用位置</translation>
    </message>
    <message>
        <source>Also like</source>
        <translation>也像</translation>
    </message>
    <message>
        <source>Not like</source>
        <translation>不像</translation>
    </message>
    <message>
        <source>Photos searched</source>
        <translation>已搜索的照片</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Hamming distance</source>
        <translation>汉明距离</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Matched place</source>
        <translation>匹配位置</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>SHA-256 of the network</source>
        <translation>网络的 SHA-256</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>By Hamming distance alone</source>
        <translation>仅按汉明距离</translation>
    </message>
    <message>
        <source>By Hamming distance, then re-ranked</source>
        <translation>按汉明距离，然后重新排序</translation>
    </message>
    <message>
        <source>bits, fingerprint</source>
        <translation>位，指纹</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Files named in this report</source>
        <translation>报告中提到的文件</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>ColourLabel</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>无颜色标签</translation>
    </message>
</context>
<context>
    <name>CriterionTexts</name>
    <message>
        <source>Tag: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 及以上</translation>
    </message>
</context>
<context>
    <name>DuplicateTexts</name>
    <message>
        <source>Exact copies</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>连拍</translation>
    </message>
    <message>
        <source>More pixels</source>
        <translation>像素更多</translation>
    </message>
    <message>
        <source>Larger file</source>
        <translation>文件更大</translation>
    </message>
    <message>
        <source>Older file</source>
        <translation>文件更早</translation>
    </message>
    <message>
        <source>Newer file</source>
        <translation>文件更新</translation>
    </message>
    <message>
        <source>Better format: RAW, TIFF, PNG, HEIC, JPEG</source>
        <translation>格式更好：RAW、TIFF、PNG、HEIC、JPEG</translation>
    </message>
    <message>
        <source>Fewer folders above it</source>
        <translation>所在文件夹层级更少</translation>
    </message>
    <message>
        <source>Looking at photos: %1 of %2</source>
        <translation>正在查看照片：%1 / %2</translation>
    </message>
    <message>
        <source>Looking for pairs: %1 of %2 photos</source>
        <translation>正在寻找可能的配对：%1 / %2 张照片</translation>
    </message>
    <message>
        <source>Comparing pairs: %1 of %2</source>
        <translation>正在逐对比较：%1 / %2</translation>
    </message>
    <message>
        <source>%1 lies in a protected folder. Take the protection off under “Rules” to move it.</source>
        <translation>%1 位于受保护的文件夹中。要移动它，请在“规则”中取消保护。</translation>
    </message>
    <message>
        <source>%1 has changed since it was indexed. Look for changes (F5), then search again.</source>
        <translation>%1 在建立索引后已被更改。请检查变动 (F5)，然后重新查找。</translation>
    </message>
    <message>
        <source>%1 is not there any more. Look for changes (F5).</source>
        <translation>%1 已不存在。请检查变动 (F5)。</translation>
    </message>
    <message>
        <source>%1 stays: no photo of its group would be left.</source>
        <translation>%1 会保留：否则该组将没有照片。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will be moved to the trash; that frees %1 once the trash is emptied.</source>
        <translation>
            <numerusform>将把 %n 张照片移到回收站；清空回收站后可释放 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), %1, will be moved to %2.</source>
        <translation>
            <numerusform>将把 %n 张照片（%1）移动到 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will get the tag “%1”.</source>
        <translation>
            <numerusform>将给 %n 张照片加上标签“%1”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will not be shown as duplicates of the others in their groups any more.</source>
        <translation>
            <numerusform>%n 张照片将不再显示为组内其他照片的重复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), %1, moved to the trash</source>
        <translation>
            <numerusform>已将 %n 张照片（%1）移到回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), %1, moved</source>
        <translation>
            <numerusform>已移动 %n 张照片（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) tagged</source>
        <translation>
            <numerusform>已给 %n 张照片加上标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Remembered as no duplicates</source>
        <translation>已记住：不是重复</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>不是重复</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled. What was done so far is kept.</source>
        <translation>已取消。已完成的部分会保留。</translation>
    </message>
    <message>
        <source>This can&apos;t be done as asked: %1.</source>
        <translation>无法按要求执行：%1。</translation>
    </message>
    <message>
        <source>%1 is not there. Check the name, or whether its drive is connected.</source>
        <translation>找不到 %1。请检查名称，或确认所在的磁盘已连接。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened (%2). Check its permissions.</source>
        <translation>无法打开 %1（%2）。请检查访问权限。</translation>
    </message>
    <message>
        <source>%1 is empty. Restore it from a backup or remove it.</source>
        <translation>%1 是空文件。请从备份中恢复，或将其删除。</translation>
    </message>
    <message>
        <source>%1 has %2 bytes, more than the limit of %3. Raise the limit to read it.</source>
        <translation>%1 有 %2 字节，超过了 %3 字节的上限。提高上限后即可读取。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written (%2). Check the folder&apos;s permissions, or choose another folder.</source>
        <translation>无法写入 %1（%2）。请检查文件夹的权限，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 is not there. Check the name, or whether its drive is connected.</source>
        <translation>找不到文件夹 %1。请检查名称，或确认所在的磁盘已连接。</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be opened (%2). Check its permissions.</source>
        <translation>无法打开文件夹 %1（%2）。请检查访问权限。</translation>
    </message>
    <message>
        <source>%1 is no photo in a format that can be read. Convert it to JPEG or PNG.</source>
        <translation>%1 不是可以读取的照片格式。请转换为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>%1 is of a rare kind of its format, which can&apos;t be read (%2). Convert it to JPEG or PNG.</source>
        <translation>%1 属于其格式中少见的一种，无法读取（%2）。请转换为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete (%2). Restore it from a backup or copy it again.</source>
        <translation>%1 已损坏或不完整（%2）。请从备份中恢复，或重新复制。</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 pixels, more than the limit of %4 megapixels. Raise the limit to read it.</source>
        <translation>%1 有 %2 × %3 像素，超过了 %4 百万像素的上限。提高上限后即可读取。</translation>
    </message>
    <message>
        <source>%1 took longer than %2 seconds to read and was given up. Raise the limit, or convert the file.</source>
        <translation>读取 %1 超过了 %2 秒，已放弃。请提高时限，或转换该文件。</translation>
    </message>
    <message>
        <source>%1 is a RAW photo without a preview inside. Export it as JPEG.</source>
        <translation>%1 是不含预览图的 RAW 照片。请导出为 JPEG。</translation>
    </message>
    <message>
        <source>The model pack %1 was not found in %2. Install Likeness again, or set LIKENESS_MODELS to the folder that holds it.</source>
        <translation>在 %2 中找不到模型包 %1。请重新安装 Likeness，或将 LIKENESS_MODELS 设为模型包所在的文件夹。</translation>
    </message>
    <message>
        <source>The model pack&apos;s description %1 can&apos;t be used: %2. Correct it, or install the pack again.</source>
        <translation>模型包的说明文件 %1 无法使用：%2。请更正，或重新安装模型包。</translation>
    </message>
    <message>
        <source>%1 differs from its checksum, so it is not used. Install the model pack again.</source>
        <translation>%1 与校验和不符，因此未被使用。请重新安装模型包。</translation>
    </message>
    <message>
        <source>The network %1 can&apos;t be run (%2). Choose another engine, or install the pack again.</source>
        <translation>无法运行网络 %1（%2）。请选择其他计算引擎，或重新安装模型包。</translation>
    </message>
    <message>
        <source>The engine %1 is not available on this machine. Choose another one.</source>
        <translation>这台电脑上没有可用的计算引擎 %1。请选择其他引擎。</translation>
    </message>
    <message>
        <source>The library&apos;s codes were computed in %1, which this machine or the chosen engine can&apos;t do. Choose the engine onednn, or index the library in f32.</source>
        <translation>该图库的编码是以 %1 精度计算的，而这台机器或所选的计算引擎不支持此精度。请选择引擎 onednn，或以 f32 精度重新为图库建立索引。</translation>
    </message>
    <message>
        <source>The codebook %1 can&apos;t be read: %2. Install the model pack again.</source>
        <translation>无法读取码本 %1：%2。请重新安装模型包。</translation>
    </message>
    <message>
        <source>The codebook %1 differs from its checksum, so it is not used. Install it again.</source>
        <translation>码本 %1 与校验和不符，因此未被使用。请重新安装。</translation>
    </message>
    <message>
        <source>The codebook %1 was made for another network than that of the pack %2. Choose a codebook of this pack.</source>
        <translation>码本 %1 不是为模型包 %2 的网络制作的。请选择这个模型包的码本。</translation>
    </message>
    <message>
        <source>%1 photos are too few to learn from, %2 are needed. Add more photos.</source>
        <translation>%1 张照片不足以学习，需要 %2 张。请添加更多照片。</translation>
    </message>
    <message>
        <source>There is no library %1. Index a folder to make one.</source>
        <translation>图库 %1 不存在。对文件夹建立索引即可创建。</translation>
    </message>
    <message>
        <source>%1 is not a Likeness library. It was left as it is; choose another file.</source>
        <translation>%1 不是 Likeness 图库，未作任何改动。请选择其他文件。</translation>
    </message>
    <message>
        <source>The library %1 was made by a newer Likeness (format %2, this one knows %3). It was left as it is; update Likeness.</source>
        <translation>图库 %1 由更新版本的 Likeness 创建（格式 %2，当前支持到 %3），未作任何改动。请更新 Likeness。</translation>
    </message>
    <message>
        <source>The library %1 is damaged (%2). It was left as it is; restore a backup, or index into a new library.</source>
        <translation>图库 %1 已损坏（%2），未作任何改动。请恢复备份，或在新的图库中建立索引。</translation>
    </message>
    <message>
        <source>The library %1 is being indexed by another Likeness (process %2). Wait until it is done, or stop it there.</source>
        <translation>另一个 Likeness（进程 %2）正在为图库 %1 建立索引。请等待其完成，或在那里停止。</translation>
    </message>
    <message>
        <source>The library %1 can&apos;t be changed. Check the permissions of the file and its folder.</source>
        <translation>无法修改图库 %1。请检查文件及其所在文件夹的权限。</translation>
    </message>
    <message>
        <source>The library %1 could not be used (%2). Try again; if it stays, restore a backup.</source>
        <translation>图库 %1 无法使用（%2）。请重试；如果问题依旧，请恢复备份。</translation>
    </message>
    <message>
        <source>The disk is full: %1 can&apos;t grow. Make room and go on; nothing was lost.</source>
        <translation>磁盘已满：%1 无法继续写入。请腾出空间后继续，没有丢失任何数据。</translation>
    </message>
    <message>
        <source>The library has no photo %1. It may have been removed.</source>
        <translation>图库中没有照片 %1，它可能已被移除。</translation>
    </message>
    <message>
        <source>%1 is not indexed yet. Wait for the index to reach it.</source>
        <translation>%1 尚未建立索引。请稍候，等待索引处理到它。</translation>
    </message>
    <message>
        <source>No photo is indexed in the library %1. Index a folder first.</source>
        <translation>图库 %1 中还没有已索引的照片。请先对文件夹建立索引。</translation>
    </message>
    <message>
        <source>The model pack %1 can&apos;t search by %2. Choose another pack, or search by whole photos.</source>
        <translation>模型包 %1 不支持按 %2 搜索。请选择其他模型包，或按整张照片搜索。</translation>
    </message>
    <message>
        <source>No labelled boxes were found (%1). Check that the labels lie where that layout has them.</source>
        <translation>没有找到标注框（%1）。请检查标注文件是否在该数据集布局规定的位置。</translation>
    </message>
    <message>
        <source>The library has no codebook %1 of %2 bits. Train one on its photos first.</source>
        <translation>图库中没有 %2 位的 %1 码本。请先用图库中的照片训练一个。</translation>
    </message>
    <message>
        <source>No photo of the library %1 is indexed for searching by %2 yet. Look at its folders again: index them once more.</source>
        <translation>图库 %1 中还没有为按 %2 搜索建立索引的照片。请重新检查其文件夹并再次索引。</translation>
    </message>
    <message>
        <source>The library %2 has no codes of the model pack %1. Index its photos with that pack, too: likeness-cli --library %2 --pack %1 index</source>
        <translation>图库 %2 中没有模型包 %1 的编码。请也用该模型包为其照片建立索引：likeness-cli --library %2 --pack %1 index</translation>
    </message>
    <message>
        <source>No two photos of the library %1 share a label. Put photos of a kind into a folder of their own, or give them the same tag.</source>
        <translation>图库 %1 中没有两张照片具有相同的标签。请把同类照片放进各自的文件夹，或给它们加上相同的标签。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as labels of photos: %2. Correct it, or choose the layout that the photos lie in.</source>
        <translation>无法将 %1 作为照片标注读取：%2。请修正，或选择照片所用的目录布局。</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Finds photos that are alike.</source>
        <translation>查找相似的照片。</translation>
    </message>
    <message>
        <source>The library to open.</source>
        <translation>要打开的图库。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A folder to index, a photo to search by, or a library to open.</source>
        <translation>要建立索引的文件夹、用来搜索的照片，或要打开的图库。</translation>
    </message>
</context>
<context>
    <name>PhotoGroups</name>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month with its year, as QLocale writes dates: &quot;MMMM yyyy&quot;</extracomment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Precision and recall by rank</source>
        <translation>按名次的精确率与召回率</translation>
    </message>
    <message>
        <source>Precision and recall by similarity</source>
        <translation>按相似度的精确率与召回率</translation>
    </message>
    <message>
        <source>Precision and recall by Hamming radius</source>
        <translation>按汉明半径的精确率与召回率</translation>
    </message>
    <message>
        <source>Precision among the first k</source>
        <translation>前 k 个的精确率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall among the first k</source>
        <translation>前 k 个的召回率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>k (rank)</source>
        <translation>k（名次）</translation>
    </message>
    <message>
        <source>mAP by code length</source>
        <translation>不同编码长度的 mAP</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>mAP against time</source>
        <translation>mAP 与耗时</translation>
    </message>
    <message>
        <source>ms per query from outside, without decoding</source>
        <translation>每次外部查询的毫秒数（不含解码）</translation>
    </message>
    <message>
        <source>mAP of each class</source>
        <translation>各类别的 mAP</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>mAP of each class, the worst %1</source>
        <translation>各类别的 mAP，最差的 %1 个</translation>
    </message>
    <message>
        <source>Scores of matches and non-matches: %1</source>
        <translation>匹配与不匹配的得分分布：%1</translation>
    </message>
    <message>
        <source>similarity in %</source>
        <translation>相似度（%）</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>non-matches</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>Robustness by family</source>
        <translation>各类退化下的鲁棒性</translation>
    </message>
    <message>
        <source>family of corruptions</source>
        <translation>退化类型</translation>
    </message>
    <message>
        <source>relative mAP</source>
        <translation>相对 mAP</translation>
    </message>
    <message>
        <source>Robustness by severity</source>
        <translation>不同严重程度下的鲁棒性</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>codebook in use</source>
        <translation>当前码本</translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>part</source>
        <translation>局部</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>re-ranked</source>
        <translation>重排</translation>
    </message>
    <message>
        <source>Nothing was learned here: codebooks as the library has them.</source>
        <translation>此处未进行学习：使用图库现有的码本。</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>奇数</translation>
    </message>
    <message>
        <source>even</source>
        <translation>偶数</translation>
    </message>
    <message>
        <source>Codebooks were trained on the %1 files of each class, %2 photos; none of these is a query or a result. All that is compared has the %3 others.</source>
        <translation>码本用每个类别中序号为%1的文件训练，共 %2 张照片；它们既不作为查询也不作为结果。所有参与比较的方法都使用其余 %3 张。</translation>
    </message>
    <message>
        <source>folders of the library</source>
        <translation>图库的文件夹</translation>
    </message>
    <message>
        <source>tags of the library</source>
        <translation>图库的标签</translation>
    </message>
    <message>
        <source>verdicts of the library</source>
        <translation>图库的判定</translation>
    </message>
    <message>
        <source>YOLO boxes</source>
        <translation>YOLO 标注框</translation>
    </message>
    <message>
        <source>COCO boxes</source>
        <translation>COCO 标注框</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>digital</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>shot noise</source>
        <translation>散粒噪声</translation>
    </message>
    <message>
        <source>impulse noise</source>
        <translation>脉冲噪声</translation>
    </message>
    <message>
        <source>defocus blur</source>
        <translation>散焦模糊</translation>
    </message>
    <message>
        <source>glass blur</source>
        <translation>玻璃模糊</translation>
    </message>
    <message>
        <source>motion blur</source>
        <translation>运动模糊</translation>
    </message>
    <message>
        <source>zoom blur</source>
        <translation>缩放模糊</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>雪</translation>
    </message>
    <message>
        <source>frost</source>
        <translation>霜</translation>
    </message>
    <message>
        <source>fog</source>
        <translation>雾</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>elastic</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>pixelate</source>
        <translation>像素化</translation>
    </message>
    <message>
        <source>en</source>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败案例</translation>
    </message>
    <message>
        <source>To repeat it</source>
        <translation>如何重复</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Retrieval quality</source>
        <translation>检索质量</translation>
    </message>
    <message>
        <source>The queries with the lowest average precision, and the first wrong photos that each found.</source>
        <translation>平均精确率最低的查询，以及各自最先找到的错误照片。</translation>
    </message>
    <message>
        <source>Save this as options.json, then run: %1</source>
        <translation>将其保存为 options.json，然后运行：%1</translation>
    </message>
    <message>
        <source>fitted on %1</source>
        <translation>拟合数据：%1</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Counts as the same</source>
        <translation>视为相同的依据</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>%1, each against all others</source>
        <translation>%1 次，每次与其余全部照片比较</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>%1 queries without any match</source>
        <translation>%1 次没有任何匹配的查询</translation>
    </message>
    <message>
        <source>Learning and testing</source>
        <translation>学习与测试</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>核心数</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Means over queries; ties by expectation. Each query is left out of its own ranking.</source>
        <translation>对查询取平均；并列按期望计算。每次查询都不计入自身的排名。</translation>
    </message>
    <message>
        <source>level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>macro mAP</source>
        <translation>宏平均 mAP</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>best F1</source>
        <translation>最佳 F1</translation>
    </message>
    <message>
        <source>P in radius 2</source>
        <translation>半径 2 内精确率</translation>
    </message>
    <message>
        <source>empty balls</source>
        <translation>空球率</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>localisation</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>bytes/photo</source>
        <translation>字节/照片</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>ms: median / 95 %</source>
        <translation>毫秒：中位数 / 95 %</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>extract</source>
        <translation>特征提取</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>encode</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>re-rank</source>
        <translation>重排</translation>
    </message>
    <message>
        <source>all but decode</source>
        <translation>除解码外合计</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>鲁棒性</translation>
    </message>
    <message>
        <source>mAP of corrupted queries over that of the same queries uncorrupted, at a short side of 224 pixels, mean of severities 1 to 5, %1 queries. The overlays of frost are made by code.</source>
        <translation>退化查询的 mAP 与相同查询未退化时的 mAP 之比；短边 224 像素，严重程度 1 至 5 的平均，%1 次查询。霜的叠加层由代码生成。</translation>
    </message>
</context>
<context>
    <name>likeness::ui::AboutDialog</name>
    <message>
        <source>About Likeness</source>
        <translation>关于 Likeness</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Versions, machine, engine and counts; no names of photos or folders</source>
        <translation>版本、机器、引擎和数量；不含照片或文件夹名称</translation>
    </message>
    <message>
        <source>Finds photos that are alike: as a whole, in a region, or in a part.</source>
        <translation>查找相似的照片：整体、区域或部位。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Libraries that it stands on</source>
        <translation>所用的软件库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>likeness::ui::Actions</name>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Search by photo…</source>
        <translation>以图搜图…</translation>
    </message>
    <message>
        <source>Search by the pasted photo</source>
        <translation>用剪贴板中的照片搜索</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>检查变动</translation>
    </message>
    <message>
        <source>Pause or resume indexing</source>
        <translation>暂停或继续索引</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Earlier query</source>
        <translation>上一次搜索</translation>
    </message>
    <message>
        <source>Later query</source>
        <translation>下一次搜索</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>放大缩略图</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>缩小缩略图</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Also like this</source>
        <translation>也要像这张</translation>
    </message>
    <message>
        <source>Not like this</source>
        <translation>不要像这张</translation>
    </message>
    <message>
        <source>Train a codebook…</source>
        <translation>训练码本…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新建图库…</translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation>打开图库…</translation>
    </message>
    <message>
        <source>Close this library</source>
        <translation>关闭此图库</translation>
    </message>
    <message>
        <source>Move this library…</source>
        <translation>移动此图库…</translation>
    </message>
    <message>
        <source>Check this library</source>
        <translation>检查此图库</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>About Likeness</source>
        <translation>关于 Likeness</translation>
    </message>
    <message>
        <source>Case…</source>
        <translation>案件…</translation>
    </message>
    <message>
        <source>Report on this query…</source>
        <translation>关于此查询的报告…</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>打开方式…</translation>
    </message>
    <message>
        <source>All metadata…</source>
        <translation>全部元数据…</translation>
    </message>
    <message>
        <source>No stars</source>
        <translation>无星级</translation>
    </message>
    <message>
        <source>Leave out files and folders…</source>
        <translation>排除文件和文件夹…</translation>
    </message>
    <message>
        <source>Export tags, stars and labels…</source>
        <translation>导出标签、星级和颜色标签…</translation>
    </message>
    <message>
        <source>Import tags, stars and labels…</source>
        <translation>导入标签、星级和颜色标签…</translation>
    </message>
    <message>
        <source>It lies here now…</source>
        <translation>它现在位于…</translation>
    </message>
    <message>
        <source>Shortcuts…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Save this query…</source>
        <translation>保存此查询…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>likeness::ui::BoxEditor</name>
    <message>
        <source>Spots on the query photo</source>
        <translation>查询照片上的点</translation>
    </message>
    <message>
        <source>Box on the query photo</source>
        <translation>查询照片上的框</translation>
    </message>
    <message>
        <source>No spots. Enter puts one in the middle.</source>
        <translation>还没有点。按回车键在中间放一个。</translation>
    </message>
    <message>
        <source>No box. Enter puts one in the middle.</source>
        <translation>还没有框。按回车键在中间放一个。</translation>
    </message>
    <message>
        <source>%1 %, %2 % from the top left corner, %3 × %4 %</source>
        <translation>距左上角 %1 %、%2 %，大小 %3 × %4 %</translation>
    </message>
</context>
<context>
    <name>likeness::ui::CaseDialog</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Examiner</source>
        <translation>检验人(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Log of the case</source>
        <translation>案件日志</translation>
    </message>
    <message>
        <source>Report on this query…</source>
        <translation>关于此查询的报告…</translation>
    </message>
    <message>
        <source>The query with its results, verdicts and checksums, as PDF or HTML (Ctrl+R)</source>
        <translation>查询及其结果、判定和校验和，PDF 或 HTML（Ctrl+R）</translation>
    </message>
    <message>
        <source>Search by a photo first: a report shows a query with its results</source>
        <translation>请先按照片搜索：报告显示查询及其结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>likeness::ui::CaseLogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ChipBar</name>
    <message>
        <source>Take away: %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ChoiceButton</name>
    <message>
        <source>Choose (%1)</source>
        <translation>挑选 (%1)</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>挑选</translation>
    </message>
    <message>
        <source>Which photos are shown: by tag, date, stars and label</source>
        <translation>显示哪些照片：按标签、日期、星级和颜色标签</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>显示全部照片</translation>
    </message>
</context>
<context>
    <name>likeness::ui::CompareWorkspace</name>
    <message>
        <source>not the same picture as the first</source>
        <translation>与第一张不是同一画面</translation>
    </message>
    <message>
        <source>%1 of it differs from the first</source>
        <translation>与第一张有 %1 不同</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message numerus="yes">
        <source>%n shared spot(s)</source>
        <translation>
            <numerusform>%n 处相同的部位</numerusform>
        </translation>
    </message>
    <message>
        <source>No spot is alike, or the photos are not indexed</source>
        <translation>没有相似的部位，或照片尚未建立索引</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 are shown; %n more photo(s) were selected</source>
        <translation>
            <numerusform>仅显示前 %1 张；另外还选中了 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Wheel zooms, dragging moves, hold Space to flicker</source>
        <translation>滚轮缩放，拖动平移，按住空格键交替显示</translation>
    </message>
    <message>
        <source>Compare photos side by side</source>
        <translation>并排比较照片</translation>
    </message>
    <message>
        <source>Select two to four photos and press C. In Similar, C compares a result with the query.</source>
        <translation>选中两到四张照片并按 C。在“相似”中，C 将结果与查询照片比较。</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show the photos whole (0)</source>
        <translation>显示整张照片 (0)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>A pixel of the first photo is one of the screen; again: whole (double click)</source>
        <translation>第一张照片的一个像素对应屏幕的一个像素；再按一次显示整张（双击）</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Lay the first photo over each of the others and show where they differ (D)</source>
        <translation>把第一张照片叠到其他照片上，显示不同之处 (D)</translation>
    </message>
    <message>
        <source>Shared spots</source>
        <translation>相同部位</translation>
    </message>
    <message>
        <source>Join places that look alike by lines (P)</source>
        <translation>用线连接相似的部位 (P)</translation>
    </message>
    <message>
        <source>Photos that are compared</source>
        <translation>正在比较的照片</translation>
    </message>
    <message>
        <source>What the files say</source>
        <translation>文件信息</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>likeness::ui::CriteriaForm</name>
    <message>
        <source>With the tag</source>
        <translation>带有标签</translation>
    </message>
    <message>
        <source>With stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>With the label</source>
        <translation>颜色标签</translation>
    </message>
    <message>
        <source>Taken since</source>
        <translation>拍摄于此日之后</translation>
    </message>
    <message>
        <source>Taken until</source>
        <translation>拍摄于此日之前</translation>
    </message>
    <message>
        <source>Places/Paris</source>
        <translation>地点/巴黎</translation>
    </message>
    <message>
        <source>With or without</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 及以上</translation>
    </message>
</context>
<context>
    <name>likeness::ui::DuplicateComparison</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考照片</translation>
    </message>
    <message>
        <source>%1 alike</source>
        <translation>相似 %1</translation>
    </message>
    <message>
        <source>%1 · keep</source>
        <translation>%1 · 保留</translation>
    </message>
</context>
<context>
    <name>likeness::ui::DuplicateTreeModel</name>
    <message numerus="yes">
        <source>%n photo(s) · %1 could be freed</source>
        <translation>
            <numerusform>%n 张照片 · 可释放 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Suggested to keep</source>
        <translation>%1
建议保留</translation>
    </message>
    <message>
        <source>%1 · keep</source>
        <translation>%1 · 保留</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>likeness::ui::DuplicatesWorkspace</name>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>重复照片的分组</translation>
    </message>
    <message>
        <source>Photos of the group</source>
        <translation>组内的照片</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>Which photo is suggested to keep, and protected folders</source>
        <translation>建议保留哪张照片，以及受保护的文件夹</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the others</source>
        <translation>选择其余照片</translation>
    </message>
    <message>
        <source>Chooses all photos that are shown but those that are suggested to keep</source>
        <translation>选择所显示的照片中除建议保留者以外的全部照片</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes back what was done last (Ctrl+Z)</source>
        <translation>撤销上一次操作 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>加标签…</translation>
    </message>
    <message>
        <source>Gives the chosen photos a tag, in the library alone</source>
        <translation>给所选照片加标签，只记录在图库中</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Remembers that the chosen photos are no duplicates of the others in their groups</source>
        <translation>记住所选照片与组内其他照片不是重复</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Moves the chosen photos to a folder</source>
        <translation>把所选照片移动到文件夹</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Moves the chosen photos to the trash, after a summary (Delete)</source>
        <translation>显示摘要后把所选照片移到回收站 (Delete)</translation>
    </message>
    <message>
        <source>%1 could be freed</source>
        <translation>可释放 %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复照片</translation>
    </message>
    <message>
        <source>Looks for exact copies, for edited, resized, cut and turned versions, and for bursts. Nothing is changed: you decide what happens.</source>
        <translation>查找完全相同的副本，经过编辑、缩放、裁剪或旋转的版本，以及连拍。不会更改任何内容：由您决定如何处理。</translation>
    </message>
    <message>
        <source>No bursts</source>
        <translation>没有连拍</translation>
    </message>
    <message>
        <source>No photos of a scene were taken within ten seconds of each other, as far as their capture times tell.</source>
        <translation>从拍摄时间来看，没有在十秒之内拍摄的同一场景的照片。</translation>
    </message>
    <message>
        <source>No duplicates of this kind</source>
        <translation>没有这一类重复照片</translation>
    </message>
    <message>
        <source>Add another folder, or look at the other kinds above.</source>
        <translation>请添加其他文件夹，或查看上方的其他类别。</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>未选择照片</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen · %1</source>
        <translation>
            <numerusform>已选 %n 张 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the chosen photos to</source>
        <translation>把所选照片移动到</translation>
    </message>
    <message>
        <source>Tag the chosen photos</source>
        <translation>给所选照片加标签</translation>
    </message>
    <message>
        <source>Tag, its levels parted by “/”:</source>
        <translation>标签，各级之间用“/”分隔：</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
</context>
<context>
    <name>likeness::ui::FactTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>光圈</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦距</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>likeness::ui::FailureView</name>
    <message>
        <source>%1: average precision %2</source>
        <translation>%1：平均精确率 %2</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败案例</translation>
    </message>
</context>
<context>
    <name>likeness::ui::FirstRunView</name>
    <message>
        <source>Find photos that are alike</source>
        <translation>找出相似的照片</translation>
    </message>
    <message>
        <source>Your photos stay on this computer, and are never changed.</source>
        <translation>照片始终留在这台电脑上，绝不会被改动。</translation>
    </message>
    <message>
        <source>Where are your photos?</source>
        <translation>照片放在哪里？</translation>
    </message>
    <message>
        <source>Add one folder or several; what lies below them belongs to them.</source>
        <translation>添加一个或多个文件夹，其中的子文件夹也包括在内。</translation>
    </message>
    <message>
        <source>Indexing starts at once</source>
        <translation>随即开始建立索引</translation>
    </message>
    <message>
        <source>Look around meanwhile. It can be paused, and goes on after a restart.</source>
        <translation>期间可以随意浏览；索引可以暂停，重新启动后会接着进行。</translation>
    </message>
    <message>
        <source>Select a photo and press S</source>
        <translation>选中一张照片，按 S 键</translation>
    </message>
    <message>
        <source>The photos most like it appear, ranked. Dropping or pasting one works too.</source>
        <translation>最相似的照片会依次排列出来。拖入或粘贴照片也可以。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Look at the sample collection</source>
        <translation>先看看示例照片</translation>
    </message>
    <message>
        <source>Or drop a folder here.</source>
        <translation>也可以把文件夹拖到这里。</translation>
    </message>
</context>
<context>
    <name>likeness::ui::FusionPanel</name>
    <message>
        <source>Whole</source>
        <translation>整张</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>局部</translation>
    </message>
    <message>
        <source>Weight of the whole photo</source>
        <translation>整张照片的权重</translation>
    </message>
    <message>
        <source>Weight of the region</source>
        <translation>区域的权重</translation>
    </message>
    <message>
        <source>Weight of the parts</source>
        <translation>局部的权重</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Weighted mean</source>
        <translation>加权平均</translation>
    </message>
    <message>
        <source>Concatenated codes</source>
        <translation>拼接编码</translation>
    </message>
    <message>
        <source>How whole photo, region and parts are put together</source>
        <translation>整张照片、区域与局部的融合方式</translation>
    </message>
</context>
<context>
    <name>likeness::ui::HeaderBar</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Search by photo…</source>
        <translation>以图搜图…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Filter by name, folder, tag, camera or place</source>
        <translation>按名称、文件夹、标签、相机或地点筛选</translation>
    </message>
    <message>
        <source>Add a folder with photos</source>
        <translation>添加存放照片的文件夹</translation>
    </message>
    <message>
        <source>Choose a photo and find those like it; dropping or pasting one works too</source>
        <translation>选择一张照片，查找与它相似的照片；拖入或粘贴也可以</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>筛选 (%1)</translation>
    </message>
</context>
<context>
    <name>likeness::ui::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The folder of the manual in this language: &quot;en&quot; or &quot;zh_CN&quot;.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>likeness::ui::Inspector</name>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Not yet indexed</source>
        <translation>尚未索引</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Indexed</source>
        <translation>已索引</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>感光度</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>焦距</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Select a photo to see what is known about it.</source>
        <translation>选中一张照片，即可查看它的信息。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>查找相似照片</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>%1, %2 · %3 × %4 %</source>
        <translation>%1, %2 · %3 × %4 %</translation>
    </message>
    <message>
        <source>Spots</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Show the place on a map, in the browser</source>
        <translation>在浏览器的地图上显示地点</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>All metadata…</source>
        <translation>全部元数据…</translation>
    </message>
    <message>
        <source>Search by this photo</source>
        <translation>用这张照片搜索</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>在文件管理器中显示该文件</translation>
    </message>
</context>
<context>
    <name>likeness::ui::KeeperDialog</name>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Rules for duplicates</source>
        <translation>重复照片的规则</translation>
    </message>
    <message>
        <source>Which photo to keep</source>
        <translation>保留哪张照片</translation>
    </message>
    <message>
        <source>The first rule in use that tells two photos apart decides what is suggested.</source>
        <translation>由已启用的规则中第一条能区分两张照片的规则决定建议。</translation>
    </message>
    <message>
        <source>Protected folders</source>
        <translation>受保护的文件夹</translation>
    </message>
    <message>
        <source>Photos in them and below are suggested to keep, and are never moved from here.</source>
        <translation>其中及其子文件夹中的照片会被建议保留，且不会从这里移动。</translation>
    </message>
    <message>
        <source>Use these rules</source>
        <translation>使用这些规则</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Protect a folder</source>
        <translation>保护文件夹</translation>
    </message>
</context>
<context>
    <name>likeness::ui::LibraryMenu</name>
    <message>
        <source>No other library was opened yet</source>
        <translation>尚未打开过其他图库</translation>
    </message>
    <message>
        <source>%1 UTC, %2</source>
        <translation>%1 UTC，%2</translation>
    </message>
    <message>
        <source>There is no backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>最近的图库</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
</context>
<context>
    <name>likeness::ui::MainWindow</name>
    <message>
        <source>Add a folder with photos</source>
        <translation>添加存放照片的文件夹</translation>
    </message>
    <message>
        <source>Search by photo</source>
        <translation>以图搜图</translation>
    </message>
    <message>
        <source>%1 – Likeness</source>
        <translation>%1 – Likeness</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新建图库</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>打开图库</translation>
    </message>
    <message>
        <source>Move this library to</source>
        <translation>将此图库移动到</translation>
    </message>
    <message>
        <source>The library is sound.</source>
        <translation>图库完好。</translation>
    </message>
    <message>
        <source>Backed up to %1; the last %2 are kept.</source>
        <translation>已备份到 %1；保留最近 %2 份。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) left the library; their files are untouched.</source>
        <translation>
            <numerusform>%n 张照片已从图库移除；文件未被改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Please wait until indexing has ended.</source>
        <translation>请等待索引完成。</translation>
    </message>
    <message>
        <source>Put this backup in the place of the library?</source>
        <translation>用此备份替换图库？</translation>
    </message>
    <message>
        <source>%1
The library as it is now is backed up before.</source>
        <translation>%1
替换之前会先备份当前的图库。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Remove the folder from the library?</source>
        <translation>从图库中移除此文件夹？</translation>
    </message>
    <message>
        <source>%1
Its photos leave the library with their tags and codes. The files stay as they are.</source>
        <translation>%1
其中的照片连同标签和编码将从图库移除，文件保持不变。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove all missing photos from the library?</source>
        <translation>从图库中移除所有缺失的照片？</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) with their tags and codes. Photos on a drive that is not connected are missing, too.</source>
        <translation>
            <numerusform>%n 张照片连同标签和编码。未连接的驱动器上的照片也算缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告已保存到 %1。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Report on this query</source>
        <translation>关于此查询的报告</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>颜色标签</translation>
    </message>
    <message>
        <source>Tags, stars and labels are in %1.</source>
        <translation>标签、星级和颜色标签已保存到 %1。</translation>
    </message>
    <message>
        <source>%1 taken over, %2 about photos that this library doesn&apos;t have.</source>
        <translation>已接收 %1 项，另有 %2 项所指的照片不在此图库中。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) found again; they keep their tags.</source>
        <translation>
            <numerusform>重新找到 %n 张照片；标签均已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>No file there has the name of a missing photo, or several have it.</source>
        <translation>那里没有与缺失照片同名的文件，或有多个同名文件。</translation>
    </message>
    <message>
        <source>Export tags, stars and labels</source>
        <translation>导出标签、星级和颜色标签</translation>
    </message>
    <message>
        <source>Import tags, stars and labels</source>
        <translation>导入标签、星级和颜色标签</translation>
    </message>
    <message>
        <source>Leave out files and folders</source>
        <translation>排除文件和文件夹</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>%1 现在在哪里？</translation>
    </message>
    <message>
        <source>Where are the missing photos now?</source>
        <translation>缺失的照片现在在哪里？</translation>
    </message>
    <message numerus="yes">
        <source>Indexing has ended: %n photo(s).</source>
        <translation>
            <numerusform>索引已完成：%n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this query</source>
        <translation>保存此查询</translation>
    </message>
    <message>
        <source>Its photo, tool, boxes and restriction are kept under this name:</source>
        <translation>其照片、工具、选框和限定将以此名称保存：</translation>
    </message>
    <message>
        <source>Take what is left out from now on out of the library, too?</source>
        <translation>要把今后排除的内容也从图库中移除吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) leave the library with their tags and codes. The files stay as they are.</source>
        <translation>
            <numerusform>%n 张照片将连同标签和编码离开图库，文件保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) changed.</source>
        <translation>
            <numerusform>已更改 %n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename a tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>On all photos that have %1, or a tag below it. Levels are parted by &apos;/&apos;; a name that is there already makes both one.</source>
        <translation>对所有带有 %1 或其下级标签的照片生效。层级以“/”分隔；若新名称已存在，两者将合并。</translation>
    </message>
    <message>
        <source>Take the tag %1 from all photos?</source>
        <translation>要从所有照片上移除标签 %1 吗？</translation>
    </message>
    <message>
        <source>Tags below it go, too. The files stay as they are.</source>
        <translation>其下级标签也会移除，文件保持不变。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>One pattern a line: *.tif, Proofs, 2019/Raw*.
You are asked about what is in the library.</source>
        <translation>每行一个模式：*.tif、Proofs、2019/Raw*。
已在图库中的照片会另行询问。</translation>
    </message>
</context>
<context>
    <name>likeness::ui::MarkEditor</name>
    <message>
        <source>given</source>
        <translation>已给</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::MetadataDialog</name>
    <message>
        <source>Metadata of %1</source>
        <translation>%1 的元数据</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The file has no EXIF, IPTC or XMP metadata.</source>
        <translation>该文件没有 EXIF、IPTC 或 XMP 元数据。</translation>
    </message>
</context>
<context>
    <name>likeness::ui::MethodMenu</name>
    <message>
        <source>%1 (trains first)</source>
        <translation>%1（先训练）</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>%1 · %2 bits, training %3</source>
        <translation>%1 · %2 位，训练中 %3</translation>
    </message>
    <message>
        <source>%1 · %2 bits</source>
        <translation>%1 · %2 位</translation>
    </message>
    <message>
        <source>Hash method</source>
        <translation>哈希方法</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Re-ranking</source>
        <translation>重新排序</translation>
    </message>
    <message>
        <source>Cosine and asymmetric distance</source>
        <translation>余弦与非对称距离</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Asymmetric distance</source>
        <translation>非对称距离</translation>
    </message>
    <message>
        <source>Off: by codes alone</source>
        <translation>关闭：只按编码</translation>
    </message>
    <message>
        <source>Also mirrored</source>
        <translation>包括左右翻转</translation>
    </message>
    <message>
        <source>Also turned by quarters</source>
        <translation>包括旋转 90°、180°、270°</translation>
    </message>
    <message>
        <source>%1 (trains and indexes first)</source>
        <translation>%1（先训练并索引）</translation>
    </message>
    <message>
        <source>%1 · %2 bits, being indexed</source>
        <translation>%1 · %2 位，正在索引</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>%1 · %2 bits, of the model pack</source>
        <translation>%1 · %2 位，模型包自带</translation>
    </message>
    <message>
        <source>Method: how photos become codes, and how results are ranked. The codebook is the model pack&apos;s.</source>
        <translation>方法：照片如何变成编码、结果如何排序。当前使用模型包自带的码本。</translation>
    </message>
    <message>
        <source>Method: how photos become codes, and how results are ranked. The codebook was learned from this library.</source>
        <translation>方法：照片如何变成编码、结果如何排序。当前使用从本图库学到的码本。</translation>
    </message>
    <message>
        <source>Like the best two, too</source>
        <translation>兼顾最佳两张结果</translation>
    </message>
</context>
<context>
    <name>likeness::ui::MethodPresenter</name>
    <message>
        <source>Deep</source>
        <translation>深度哈希</translation>
    </message>
</context>
<context>
    <name>likeness::ui::Notice</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>likeness::ui::PhotoChips</name>
    <message>
        <source>And by</source>
        <translation>以及</translation>
    </message>
    <message>
        <source>Like their mean</source>
        <translation>按它们的平均</translation>
    </message>
    <message>
        <source>Like any of them</source>
        <translation>像其中任意一张</translation>
    </message>
    <message>
        <source>How several photos become one ranking</source>
        <translation>多张照片如何合成一个排序</translation>
    </message>
    <message>
        <source>Also like %1: remove</source>
        <translation>也要像 %1：移除</translation>
    </message>
    <message>
        <source>Not like %1: remove</source>
        <translation>不要像 %1：移除</translation>
    </message>
</context>
<context>
    <name>likeness::ui::PhotoModel</name>
    <message>
        <source>%1 (its drive is not connected)</source>
        <translation>%1（磁盘未连接）</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::PhotoViewer</name>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 张，共 %2 张</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>All of the photo, or its own pixels</source>
        <translation>整张照片，或原始像素</translation>
    </message>
    <message>
        <source>All of the photo, or its own pixels (Z); the wheel, + and - zoom</source>
        <translation>整张照片，或原始像素 (Z)；滚轮、+ 和 - 可缩放</translation>
    </message>
</context>
<context>
    <name>likeness::ui::PhotosWorkspace</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>从新到旧</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>从旧到新</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Sort photos by</source>
        <translation>照片排序方式</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Size of thumbnails (Ctrl+wheel, Ctrl++ and Ctrl+-)</source>
        <translation>缩略图大小（Ctrl+滚轮，Ctrl++ 与 Ctrl+-）</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>全部照片</translation>
    </message>
    <message>
        <source>Missing photos</source>
        <translation>缺失的照片</translation>
    </message>
    <message>
        <source>No photo matches “%1”</source>
        <translation>没有与“%1”匹配的照片</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No photos here yet</source>
        <translation>这里还没有照片</translation>
    </message>
    <message>
        <source>Add a folder, and its photos appear here while they are being indexed.</source>
        <translation>添加一个文件夹，其中的照片会在建立索引时陆续出现在这里。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Headings for folders or months, as photos are sorted</source>
        <translation>按排序方式，以文件夹或月份为标题分组</translation>
    </message>
    <message>
        <source>The filter looks at names, folders, tags, cameras and places.</source>
        <translation>筛选会查找名称、文件夹、标签、相机和地点。</translation>
    </message>
    <message>
        <source>No photo is like that</source>
        <translation>没有这样的照片</translation>
    </message>
    <message>
        <source>Choose other tags, dates, stars or labels.</source>
        <translation>请选择其他标签、日期、星级或颜色标签。</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>显示全部照片</translation>
    </message>
    <message>
        <source>No photo is missing</source>
        <translation>没有缺失的照片</translation>
    </message>
    <message>
        <source>All files are where the library knows them.</source>
        <translation>所有文件都在图库所知的位置。</translation>
    </message>
</context>
<context>
    <name>likeness::ui::PlanDialog</name>
    <message>
        <source>No photo is deleted, and this can be undone.</source>
        <translation>不会删除任何照片，并且可以撤销。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Photos that are left as they are</source>
        <translation>保持原样的照片</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ProblemListModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>What is wrong, and what to do</source>
        <translation>问题与解决办法</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ProblemsView</name>
    <message>
        <source>Files that could not be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Every photo that was found could be read.</source>
        <translation>找到的照片全部可以读取。</translation>
    </message>
    <message>
        <source>Show the photos</source>
        <translation>显示照片</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n 个文件无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks at all folders anew</source>
        <translation>重新检查所有文件夹</translation>
    </message>
</context>
<context>
    <name>likeness::ui::QualityForm</name>
    <message>
        <source>Choose a labelled data set</source>
        <translation>选择带标注的数据集</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>布局：%1</translation>
    </message>
    <message>
        <source>%1 photos, %2 classes, %3 boxes</source>
        <translation>%1 张照片，%2 个类别，%3 个标注框</translation>
    </message>
    <message>
        <source>Its photos have to be in this library.</source>
        <translation>其中的照片必须在此图库中。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>What counts as the same</source>
        <translation>何为同类</translation>
    </message>
    <message>
        <source>Hash methods</source>
        <translation>哈希方法</translation>
    </message>
    <message>
        <source>Trained on one half of the photos, tested on the other; none: the codes in use</source>
        <translation>用一半照片训练，另一半测试；不选则评测当前使用的编码</translation>
    </message>
    <message>
        <source>Code lengths, bits</source>
        <translation>编码长度（位）</translation>
    </message>
    <message>
        <source>Granularities</source>
        <translation>粒度</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比基线</translation>
    </message>
    <message>
        <source>Robustness: corrupted queries</source>
        <translation>鲁棒性：对查询照片加退化</translation>
    </message>
    <message>
        <source>Earlier evaluations</source>
        <translation>以往的评测</translation>
    </message>
    <message>
        <source>Add to charts</source>
        <translation>加入图表</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除记录</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Boxes, YOLO</source>
        <translation>标注框（YOLO）</translation>
    </message>
    <message>
        <source>Boxes, COCO</source>
        <translation>标注框（COCO）</translation>
    </message>
    <message>
        <source>A data set…</source>
        <translation>数据集…</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>整张照片</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>局部</translation>
    </message>
    <message>
        <source>Fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Colour (HSV)</source>
        <translation>颜色（HSV）</translation>
    </message>
    <message>
        <source>Texture (LBP)</source>
        <translation>纹理（LBP）</translation>
    </message>
    <message>
        <source>Shape (HOG)</source>
        <translation>形状（HOG）</translation>
    </message>
    <message>
        <source>pHash</source>
        <translation>pHash</translation>
    </message>
    <message>
        <source>Small CNN</source>
        <translation>小型 CNN</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>深度哈希</translation>
    </message>
    <message>
        <source>ITQ</source>
        <translation>ITQ</translation>
    </message>
    <message>
        <source>LSH</source>
        <translation>LSH</translation>
    </message>
    <message>
        <source>QH</source>
        <translation>QH</translation>
    </message>
    <message>
        <source>CH</source>
        <translation>CH</translation>
    </message>
    <message>
        <source>Deep, no labels</source>
        <translation>深度（无标签）</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>likeness::ui::QualityWorkspace</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Threshold %1: precision %2, recall %3</source>
        <translation>阈值 %1：精确率 %2，召回率 %3</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>How well does it find?</source>
        <translation>查找得有多准？</translation>
    </message>
    <message>
        <source>Choose at the left what counts as the same and what is compared, then run it. Every labelled photo is searched by once, against all the others.</source>
        <translation>在左侧选择何为同类以及要比较的方法，然后运行。每张带标注的照片都会作为查询，与其他所有照片比较一次。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>This chart…</source>
        <translation>此图表…</translation>
    </message>
    <message>
        <source>Report and figures…</source>
        <translation>报告与数据…</translation>
    </message>
    <message>
        <source>Use in Similar</source>
        <translation>用于“相似”</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在写报告…</translation>
    </message>
</context>
<context>
    <name>likeness::ui::QueryPanel</name>
    <message>
        <source>Pasted photo</source>
        <translation>粘贴的照片</translation>
    </message>
    <message>
        <source>Not in the library</source>
        <translation>不在图库中</translation>
    </message>
    <message>
        <source>Searching by</source>
        <translation>搜索依据</translation>
    </message>
    <message>
        <source>The photo that is searched by</source>
        <translation>用来搜索的照片</translation>
    </message>
    <message>
        <source>S searches by the selected result, Space enlarges it, Alt+Left goes back.</source>
        <translation>按 S 用选中的结果继续搜索，按空格键放大，按 Alt+← 返回。</translation>
    </message>
    <message>
        <source>Earlier query</source>
        <translation>上一次搜索</translation>
    </message>
    <message>
        <source>Later query</source>
        <translation>下一次搜索</translation>
    </message>
    <message>
        <source>Click on what matters in the photo.</source>
        <translation>点击照片中重要的地方。</translation>
    </message>
    <message numerus="yes">
        <source>%n spot(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag a box on the photo.</source>
        <translation>在照片上拖出一个框。</translation>
    </message>
    <message>
        <source>Box: %1 × %2 %</source>
        <translation>框：%1 × %2 %</translation>
    </message>
    <message>
        <source>Results follow the box. Arrow keys move it, with Shift they resize it.</source>
        <translation>结果随框更新。方向键移动框，按住 Shift 调整大小。</translation>
    </message>
    <message>
        <source>A click puts a spot, dragging draws a small box. Click on one and press Delete to remove it.</source>
        <translation>单击放置一个点，拖动画出小框。选中后按 Delete 键移除。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear what is drawn on the photo (Esc)</source>
        <translation>清除照片上画的内容（Esc）</translation>
    </message>
</context>
<context>
    <name>likeness::ui::QueryTools</name>
    <message>
        <source>Whole</source>
        <translation>整张</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>局部</translation>
    </message>
    <message>
        <source>Fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Find photos that are alike as wholes</source>
        <translation>查找整体相似的照片</translation>
    </message>
    <message>
        <source>Find a region: drag a box on the photo</source>
        <translation>查找区域：在照片上拖出一个框</translation>
    </message>
    <message>
        <source>Find parts: click on them, or drag small boxes</source>
        <translation>查找局部：点击，或拖出小框</translation>
    </message>
    <message>
        <source>Find by whole photo, region and parts together</source>
        <translation>综合整张照片、区域与局部来查找</translation>
    </message>
</context>
<context>
    <name>likeness::ui::RemarkHistory</name>
    <message>
        <source>No stars</source>
        <translation>无星级</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Tag %1 taken away</source>
        <translation>移除标签 %1</translation>
    </message>
</context>
<context>
    <name>likeness::ui::RestrictionButton</name>
    <message>
        <source>All folders</source>
        <translation>全部文件夹</translation>
    </message>
    <message>
        <source>Restrict (%1)</source>
        <translation>限定 (%1)</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>限定</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>所在文件夹</translation>
    </message>
    <message>
        <source>Not from the query&apos;s own folder</source>
        <translation>排除查询照片所在的文件夹</translation>
    </message>
    <message>
        <source>Not from the query&apos;s own burst</source>
        <translation>排除查询照片的连拍</translation>
    </message>
    <message>
        <source>Find in all photos</source>
        <translation>在全部照片中查找</translation>
    </message>
    <message>
        <source>Which photos may be found: by folder, tag, date, stars and label</source>
        <translation>可找到哪些照片：按文件夹、标签、日期、星级和颜色标签</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>位于 %1</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ResultListModel</name>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ResultTable</name>
    <message>
        <source>Similar photos as a list</source>
        <translation>相似照片列表</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ResultsHeader</name>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Least similarity shown</source>
        <translation>显示的最低相似度</translation>
    </message>
    <message>
        <source>How similar the nearest photos are</source>
        <translation>最相近照片的相似度分布</translation>
    </message>
    <message>
        <source>How similar the nearest photos are; click to set the threshold</source>
        <translation>最相近照片的相似度分布；单击可设定下限</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 · %2</source>
        <translation>共 %1 张 · %2</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Results as a list</source>
        <translation>以列表显示结果</translation>
    </message>
    <message>
        <source>Results as a list with columns, or as a grid</source>
        <translation>以带列的列表或网格显示结果</translation>
    </message>
</context>
<context>
    <name>likeness::ui::RunTableModel</name>
    <message>
        <source>Compared</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Macro mAP</source>
        <translation>宏平均 mAP</translation>
    </message>
    <message>
        <source>P@1</source>
        <translation>P@1</translation>
    </message>
    <message>
        <source>Accuracy@10</source>
        <translation>准确率@10</translation>
    </message>
    <message>
        <source>nDCG@100</source>
        <translation>nDCG@100</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>最佳 F1</translation>
    </message>
    <message>
        <source>ms / query</source>
        <translation>毫秒/查询</translation>
    </message>
    <message>
        <source>Bytes / photo</source>
        <translation>字节/照片</translation>
    </message>
</context>
<context>
    <name>likeness::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>计算引擎</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Automatic (the fastest)</source>
        <translation>自动（最快的）</translation>
    </message>
    <message>
        <source>Processor (oneDNN)</source>
        <translation>处理器 (oneDNN)</translation>
    </message>
    <message>
        <source>Processor (OpenCV)</source>
        <translation>处理器 (OpenCV)</translation>
    </message>
    <message>
        <source>Graphics (OpenCL)</source>
        <translation>显卡 (OpenCL)</translation>
    </message>
    <message>
        <source>Graphics (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>%1: %2 photos/s</source>
        <extracomment>%1 is an engine, %2 how many photos its network takes in a second</extracomment>
        <translation>%1：%2 张/秒</translation>
    </message>
    <message>
        <source>One for each core</source>
        <translation>每个核心一个</translation>
    </message>
    <message>
        <source>Engine and threads are used from the next indexing run on.</source>
        <translation>计算引擎与线程数从下次建立索引时起生效。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>whole photos, regions and parts</source>
        <translation>整张照片、区域和局部</translation>
    </message>
    <message>
        <source>whole photos and regions</source>
        <translation>整张照片和区域</translation>
    </message>
    <message>
        <source>whole photos and parts</source>
        <translation>整张照片和局部</translation>
    </message>
    <message>
        <source>whole photos only</source>
        <translation>仅整张照片</translation>
    </message>
    <message>
        <source>%1 × %2 pixels · %3 · licence %4</source>
        <translation>%1 × %2 像素 · %3 · 许可证 %4</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to index with it; until then the former pack answers.</source>
        <translation>
            <numerusform>还有 %n 张照片要用它建立索引；在此之前由原来的模型包作答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model pack</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>索引速度</translation>
    </message>
    <message>
        <source>Gentle on battery and while other programs work</source>
        <translation>使用电池或其他程序忙碌时温和进行</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Gentle: one thread with rests</source>
        <translation>温和:单线程,间歇运行</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Look for changes by itself</source>
        <translation>自动查找变化</translation>
    </message>
</context>
<context>
    <name>likeness::ui::ShortcutDialog</name>
    <message>
        <source>%1 was taken from “%2”.</source>
        <translation>%1 原属于“%2”，现已改用。</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>likeness::ui::Sidebar</name>
    <message>
        <source>Library</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>查找变化</translation>
    </message>
    <message>
        <source>Remove all missing photos from the library…</source>
        <translation>从图库中移除所有缺失的照片…</translation>
    </message>
    <message>
        <source>Remove this folder from the library…</source>
        <translation>从图库中移除此文件夹…</translation>
    </message>
    <message>
        <source>Look for them in a folder…</source>
        <translation>在文件夹中查找它们…</translation>
    </message>
    <message>
        <source>Forget this query</source>
        <translation>忘记此查询</translation>
    </message>
    <message>
        <source>Rename this tag…</source>
        <translation>重命名此标签…</translation>
    </message>
    <message>
        <source>Take this tag from all photos…</source>
        <translation>从所有照片上移除此标签…</translation>
    </message>
</context>
<context>
    <name>likeness::ui::SidebarModel</name>
    <message>
        <source>All photos</source>
        <translation>全部照片</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Recent queries</source>
        <translation>最近的搜索</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The drive is not connected; its photos can still be found.</source>
        <translation>磁盘未连接；其中的照片仍可被找到。</translation>
    </message>
    <message>
        <source>Saved queries</source>
        <translation>已保存的查询</translation>
    </message>
</context>
<context>
    <name>likeness::ui::SimilarWorkspace</name>
    <message>
        <source>Similar photos</source>
        <translation>相似照片</translation>
    </message>
    <message>
        <source>Search by a photo</source>
        <translation>用照片搜索</translation>
    </message>
    <message>
        <source>Select a photo and press S, or drop one here from another program, or paste it.</source>
        <translation>选中一张照片后按 S 键，或从其他程序拖到这里，也可以直接粘贴。</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>选择照片…</translation>
    </message>
    <message>
        <source>This photo can&apos;t be searched by</source>
        <translation>无法用这张照片搜索</translation>
    </message>
    <message>
        <source>Choose another photo…</source>
        <translation>选择另一张照片…</translation>
    </message>
    <message>
        <source>No photo reaches %1</source>
        <translation>没有照片达到 %1</translation>
    </message>
    <message>
        <source>Lower the threshold to see the nearest photos, or clear the text filter.</source>
        <translation>降低下限即可看到最相近的照片，也可以清除文字筛选。</translation>
    </message>
    <message>
        <source>Show the nearest photos</source>
        <translation>显示最相近的照片</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>The photos are not indexed for this tool yet</source>
        <translation>照片尚未为此工具建立索引</translation>
    </message>
    <message>
        <source>Index again</source>
        <translation>重新索引</translation>
    </message>
    <message>
        <source>This tool can&apos;t be used here</source>
        <translation>此工具无法使用</translation>
    </message>
    <message>
        <source>Search by the whole photo</source>
        <translation>按整张照片搜索</translation>
    </message>
</context>
<context>
    <name>likeness::ui::StatusBar</name>
    <message>
        <source>Indexing progress</source>
        <translation>索引进度</translation>
    </message>
    <message>
        <source>Show the files that could not be read</source>
        <translation>显示无法读取的文件</translation>
    </message>
    <message>
        <source>Library: %1</source>
        <translation>图库：%1</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>正在打开图库…</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) indexed</source>
        <translation>
            <numerusform>已索引 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for photos: %1 found</source>
        <translation>正在查找照片：已找到 %1 张</translation>
    </message>
    <message>
        <source>Paused at %1 of %2</source>
        <translation>已暂停：%1 / %2</translation>
    </message>
    <message>
        <source>Indexing %1 of %2</source>
        <translation>正在索引：%1 / %2</translation>
    </message>
    <message>
        <source>%1 photos/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>还没有照片</translation>
    </message>
    <message>
        <source>gently</source>
        <translation>温和模式</translation>
    </message>
    <message>
        <source>One thread, with rests: on battery, while other programs work, or as chosen in the settings</source>
        <translation>单线程间歇运行:正在使用电池、其他程序忙碌,或已在设置中选择</translation>
    </message>
    <message>
        <source>Pause or resume indexing</source>
        <translation>暂停或继续索引</translation>
    </message>
</context>
<context>
    <name>likeness::ui::TagEditor</name>
    <message>
        <source>Take this tag off</source>
        <translation>去掉此标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Gives all selected photos a tag; levels are parted by &apos;/&apos;: Places/Paris</source>
        <translation>给所有选中的照片加标签；用“/”分层：地点/巴黎</translation>
    </message>
</context>
<context>
    <name>likeness::ui::TrainingDialog</name>
    <message>
        <source>Without the held-out photos</source>
        <translation>不含留出的照片</translation>
    </message>
    <message>
        <source>On all photos</source>
        <translation>用全部照片</translation>
    </message>
    <message>
        <source>New codebook</source>
        <translation>新码本</translation>
    </message>
    <message>
        <source>Codebook in use</source>
        <translation>正在使用的码本</translation>
    </message>
    <message>
        <source>Stopping; the best so far is kept…</source>
        <translation>正在停止，保留目前最好的结果…</translation>
    </message>
    <message>
        <source>Making codes of all photos…</source>
        <translation>正在为所有照片编码…</translation>
    </message>
    <message>
        <source>Photos are searched with the new codebook now.</source>
        <translation>现在用新码本搜索照片。</translation>
    </message>
    <message>
        <source>Trains on what is stored: no photo is opened again.</source>
        <translation>用已存储的特征训练，不会再次打开照片。</translation>
    </message>
    <message>
        <source>Loading descriptors…</source>
        <translation>正在读取特征…</translation>
    </message>
    <message>
        <source>Cross-validation: fold %1 of %2</source>
        <translation>交叉验证：第 %1 折，共 %2 折</translation>
    </message>
    <message>
        <source>Searching settings: trial %1 of %2</source>
        <translation>搜索参数：第 %1 次，共 %2 次</translation>
    </message>
    <message>
        <source>Epoch %1 of at most %2</source>
        <translation>第 %1 轮，最多 %2 轮</translation>
    </message>
    <message>
        <source>Training on all photos: epoch %1 of %2</source>
        <translation>用全部照片训练：第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 · at most %2</source>
        <translation>%1 · 最多%2</translation>
    </message>
    <message>
        <source>Done. This codebook could not be measured.</source>
        <translation>完成。无法评测这个码本。</translation>
    </message>
    <message>
        <source>Validation mAP: %1 with the codebook in use, %2 with the new one.</source>
        <translation>验证 mAP：正在使用的码本 %1，新码本 %2。</translation>
    </message>
    <message>
        <source>Validation mAP: %1.</source>
        <translation>验证 mAP：%1。</translation>
    </message>
    <message>
        <source>Best cross-validated: %1.</source>
        <translation>交叉验证最好结果：%1。</translation>
    </message>
    <message>
        <source>Cross-validated: %1.</source>
        <translation>交叉验证：%1。</translation>
    </message>
    <message>
        <source>Train a codebook</source>
        <translation>训练码本</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>各轮损失</translation>
    </message>
    <message>
        <source>Validation mAP by epoch</source>
        <translation>各轮验证 mAP</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ends now and offers the best so far</source>
        <translation>立即结束，并给出目前最好的结果</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>likeness::ui::TrainingForm</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>None, by likeness alone</source>
        <translation>无，仅按相似程度</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Too few photos to learn from: %1 of at least %2.</source>
        <translation>照片太少，无法学习：有 %1 张，至少需要 %2 张。</translation>
    </message>
    <message>
        <source>Learning from tags takes two tags or more, and one of them on three photos.</source>
        <translation>按标签学习至少需要两个标签，且其中一个标签有三张照片。</translation>
    </message>
    <message>
        <source>Learning from folders takes two folders or more, and three photos in one of them.</source>
        <translation>按文件夹学习至少需要两个文件夹，且其中一个有三张照片。</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) have fewer than 3 photos: too few to be tested on.</source>
        <translation>
            <numerusform>%n 个类别不足 3 张照片，无法用于验证。</numerusform>
        </translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>编码长度</translation>
    </message>
    <message>
        <source>Learn from labels</source>
        <translation>学习所用的标签</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>交叉验证</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Held out for validation</source>
        <translation>留作验证</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source> folds</source>
        <translation> 折</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Search settings first</source>
        <translation>先搜索参数</translation>
    </message>
    <message>
        <source>Tries learning rate, dropout and margin by cross-validation. Takes many times longer.</source>
        <translation>用交叉验证试选学习率、丢弃率和间隔，耗时增加许多倍。</translation>
    </message>
    <message>
        <source>The same photos and the same seed give the same codebook.</source>
        <translation>相同的照片和相同的种子得到相同的码本。</translation>
    </message>
</context>
<context>
    <name>likeness::ui::VerdictBar</name>
    <message>
        <source>Done: %1</source>
        <translation>完成：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>已排除 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Export all verdicts</source>
        <translation>导出全部判定</translation>
    </message>
    <message>
        <source>Import verdicts</source>
        <translation>导入判定</translation>
    </message>
    <message>
        <source>Undo the last verdict</source>
        <translation>撤销上一次判定</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Export all verdicts…</source>
        <translation>导出全部判定…</translation>
    </message>
    <message>
        <source>Import verdicts…</source>
        <translation>导入判定…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on the verdict</source>
        <translation>判定的备注</translation>
    </message>
    <message>
        <source>Why it was judged so; kept with the verdict</source>
        <translation>判定理由，与判定一同保存</translation>
    </message>
    <message>
        <source>Show results that were judged not to match</source>
        <translation>显示已判定为不匹配的结果</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Undo, export and import verdicts</source>
        <translation>撤销、导出和导入判定</translation>
    </message>
    <message>
        <source>This result shows the same as the query; again: no verdict</source>
        <translation>该结果与查询内容相同；再按一次取消判定</translation>
    </message>
    <message>
        <source>This result doesn&apos;t show the same; it is hidden from now on</source>
        <translation>该结果内容不同，之后将隐藏</translation>
    </message>
    <message>
        <source>Looked at, and left open</source>
        <translation>已查看，暂不判定</translation>
    </message>
</context>
<context>
    <name>likeness::ui::WhyAlike</name>
    <message>
        <source>Why alike</source>
        <translation>为何相似</translation>
    </message>
    <message>
        <source>Show which places of this photo make it like the query</source>
        <translation>显示这张照片中哪些地方使它与查询相似</translation>
    </message>
    <message>
        <source>adds little</source>
        <translation>贡献小</translation>
    </message>
    <message>
        <source>adds most</source>
        <translation>贡献最大</translation>
    </message>
</context>
</TS>
